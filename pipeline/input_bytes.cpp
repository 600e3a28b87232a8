#include "pipeline/input_bytes.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>

#include "model/finding.hpp"
#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

Error input_error(const char* code, const std::string& name, std::string message, std::string hint) {
    Finding finding;
    finding.code = code;
    finding.severity = Severity::error;
    finding.message = std::move(message);
    finding.hint = std::move(hint);
    finding.source.file = name;
    return Error(std::move(finding));
}

Error unreadable(const std::string& name, int reason) {
    return input_error("input.unreadable", name,
                       tell(fmt::format("ファイルを開けません（{}）。", std::strerror(reason)),
                            fmt::format("Cannot open the file ({}).", std::strerror(reason))),
                       tell("ファイルがあるか、読む権限があるかを確かめてください。",
                            "Please check that the file is there and may be read."));
}

Error too_large(const std::string& name, std::uint64_t largest) {
    return input_error("input.too-large", name,
                       tell(fmt::format("ファイルが大きすぎます（上限は {} バイトです）。", largest),
                            fmt::format("The file is too large (the limit is {} bytes).", largest)),
                       tell("ファイルを分けてください。", "Please split the file."));
}

class OpenFile {
  public:
    explicit OpenFile(const InputFile& input) : descriptor_(open(input.path.c_str(), O_RDONLY | O_CLOEXEC)) {
        if (descriptor_ < 0) throw unreadable(input.name, errno);
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() { close(descriptor_); }
    int descriptor() const { return descriptor_; }

  private:
    int descriptor_;
};

}  // namespace

std::string read_descriptor(int descriptor, const std::string& name, std::uint64_t largest) {
    std::string bytes;
    std::array<char, 1U << 16> buffer{};
    for (;;) {
        const ssize_t got = read(descriptor, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) throw unreadable(name, errno);
        if (got == 0) return bytes;
        bytes.append(buffer.data(), static_cast<std::size_t>(got));
        if (bytes.size() > largest) throw too_large(name, largest);
    }
}

InputBytes::InputBytes(const InputFile& input, std::uint64_t largest) : kept_(input.bytes) {
    if (!kept_) {
        const OpenFile file(input);
        struct stat status {};
        if (fstat(file.descriptor(), &status) != 0) throw unreadable(input.name, errno);
        const auto size = static_cast<std::uint64_t>(status.st_size);
        if (size > largest) throw too_large(input.name, largest);
        // Files of other kinds (a pipe, /proc) have a size of 0 or none; some file systems cannot map.
        if (S_ISREG(status.st_mode) && size > 0) {
            void* mapped = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.descriptor(), 0);
            if (mapped != MAP_FAILED) {
                mapped_ = mapped;
                view_ = std::string_view(static_cast<const char*>(mapped), size);
                return;
            }
        }
        kept_ = std::make_shared<const std::string>(read_descriptor(file.descriptor(), input.name, largest));
    }
    view_ = *kept_;
}

InputBytes::~InputBytes() {
    if (mapped_) munmap(mapped_, view_.size());
}

}  // namespace torimatome::pipeline
