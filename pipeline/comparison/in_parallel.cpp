#include "pipeline/comparison/in_parallel.hpp"

#include <algorithm>
#include <exception>
#include <thread>
#include <vector>

namespace torimatome::pipeline {

namespace {

/// Below this a thread costs more than it saves.
constexpr std::size_t kLeastEach = 100;
constexpr std::size_t kMostThreads = 8;

}  // namespace

void in_parallel(std::size_t count, const std::function<void(std::size_t, std::size_t)>& work) {
    const std::size_t processors = std::clamp<std::size_t>(std::thread::hardware_concurrency(), 1, kMostThreads);
    const std::size_t parts = std::clamp<std::size_t>(count / kLeastEach, 1, processors);
    if (parts == 1) return work(0, count);
    std::vector<std::exception_ptr> errors(parts);
    std::vector<std::thread> threads;
    for (std::size_t part = 0; part < parts; ++part) {
        threads.emplace_back([&, part] {
            try {
                work(count * part / parts, count * (part + 1) / parts);
            } catch (...) {
                errors[part] = std::current_exception();
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::exception_ptr& error : errors) {
        if (error) std::rethrow_exception(error);
    }
}

}  // namespace torimatome::pipeline
