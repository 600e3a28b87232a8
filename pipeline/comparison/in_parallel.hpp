// Work on a list by several threads.
#pragma once

#include <cstddef>
#include <functional>

namespace torimatome::pipeline {

/// Calls `work` for ranges [begin, end) that together are [0, count), each in a thread; in the caller's own for a short
/// list. What `work` throws first (in the order of the ranges) is thrown here.
void in_parallel(std::size_t count, const std::function<void(std::size_t begin, std::size_t end)>& work);

}  // namespace torimatome::pipeline
