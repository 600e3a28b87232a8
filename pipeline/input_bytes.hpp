// The bytes of an input: a file is mapped, anything else is read.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "pipeline/inputs.hpp"

namespace torimatome::pipeline {

/// Default limit of an input's size: 1 GiB.
inline constexpr std::uint64_t kLargestInput = 1ULL << 30;

/// Everything that an open file descriptor gives. Throws Error (codes "input.unreadable", "input.too-large"); `name` is
/// for the messages.
std::string read_descriptor(int descriptor, const std::string& name, std::uint64_t largest = kLargestInput);

class InputBytes {
  public:
    /// Throws Error as read_descriptor does.
    explicit InputBytes(const InputFile& input, std::uint64_t largest = kLargestInput);
    InputBytes(const InputBytes&) = delete;
    InputBytes& operator=(const InputBytes&) = delete;
    ~InputBytes();

    std::string_view view() const { return view_; }

  private:
    std::shared_ptr<const std::string> kept_;
    void* mapped_ = nullptr;
    std::string_view view_;
};

}  // namespace torimatome::pipeline
