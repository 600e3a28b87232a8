#include "parsers/xlsx/batch_queue.hpp"

#include <utility>

namespace torimatome::parsers::xlsx {

namespace {

constexpr std::size_t kBatchesAhead = 6;

// Ends the producer when nobody takes its batches any more.
struct Stopped {};

class Queue {
  public:
    void put(std::unique_ptr<XmlBatch> batch) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return batches_.size() < kBatchesAhead || stopped_; });
        if (stopped_) throw Stopped{};
        batches_.push_back(std::move(batch));
        lock.unlock();
        changed_.notify_all();
    }

    // Null at the end.
    std::unique_ptr<XmlBatch> take() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return !batches_.empty() || ended_; });
        if (batches_.empty()) {
            if (error_) std::rethrow_exception(error_);
            return nullptr;
        }
        std::unique_ptr<XmlBatch> batch = std::move(batches_.front());
        batches_.pop_front();
        lock.unlock();
        changed_.notify_all();
        return batch;
    }

    void end(std::exception_ptr error) {
        {
            const std::lock_guard lock(mutex_);
            error_ = std::move(error);
            ended_ = true;
        }
        changed_.notify_all();
    }

    void stop() {
        {
            const std::lock_guard lock(mutex_);
            stopped_ = true;
        }
        changed_.notify_all();
    }

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::unique_ptr<XmlBatch>> batches_;
    std::exception_ptr error_;
    bool ended_ = false;
    bool stopped_ = false;
};

// Stops and joins the producer on every way out.
struct Producer {
    Queue& queue;
    std::thread thread;

    ~Producer() {
        queue.stop();
        thread.join();
    }
};

}  // namespace

void run_ahead(const std::function<void(const TakeBatch& hand_over)>& produce, const TakeBatch& take) {
    Queue queue;
    const auto run = [&] {
        try {
            produce([&](std::unique_ptr<XmlBatch> batch) { queue.put(std::move(batch)); });
            queue.end(nullptr);
        } catch (const Stopped&) {
            queue.end(nullptr);
        } catch (...) {
            queue.end(std::current_exception());
        }
    };
    const Producer producer{queue, std::thread(run)};
    while (std::unique_ptr<XmlBatch> batch = queue.take()) take(std::move(batch));
}

}  // namespace torimatome::parsers::xlsx
