#include "pipeline/spool.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <memory>
#include <ostream>
#include <sstream>
#include <utility>

#include "model/finding.hpp"
#include "model/language.hpp"

namespace torimatome::pipeline {

namespace {

[[noreturn]] void fail(int reason) {
    Finding finding;
    finding.code = "output.failed";
    finding.severity = Severity::error;
    finding.message = tell(fmt::format("作業用のファイルに書けません（{}）。", std::strerror(reason)),
                           fmt::format("Cannot write a temporary file ({}).", std::strerror(reason)));
    finding.hint = tell("ディスクの空きを確かめるか、環境変数 TMPDIR で別の場所を指定してください。",
                        "Please check the space on the disk, or name another place with TMPDIR.");
    throw Error(std::move(finding));
}

template <typename Take>
void for_each_block(int file, std::uint64_t bytes, const Take& take) {
    std::array<char, 1U << 16> buffer{};
    for (std::uint64_t at = 0; at < bytes;) {
        const ssize_t got = pread(file, buffer.data(), buffer.size(), static_cast<off_t>(at));
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) fail(got < 0 ? errno : EIO);
        take(std::string_view(buffer.data(), static_cast<std::size_t>(got)));
        at += static_cast<std::uint64_t>(got);
    }
}

}  // namespace

int open_nameless_file() {
    std::error_code error;
    const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
    std::string name = ((error ? std::filesystem::path("/tmp") : folder) / "torimatome-XXXXXX").string();
    const int file = mkostemp(name.data(), O_CLOEXEC);
    if (file < 0) fail(errno);
    unlink(name.c_str());
    return file;
}

void write_all(int file, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = write(file, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) fail(errno);
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

Spool::Spool(Spool&& other) noexcept
    : memory_bytes_(other.memory_bytes_),
      head_(std::move(other.head_)),
      file_(std::exchange(other.file_, -1)),
      file_bytes_(std::exchange(other.file_bytes_, 0)) {
    other.head_.clear();
}

Spool& Spool::operator=(Spool&& other) noexcept {
    std::swap(memory_bytes_, other.memory_bytes_);
    std::swap(head_, other.head_);
    std::swap(file_, other.file_);
    std::swap(file_bytes_, other.file_bytes_);
    return *this;
}

Spool::~Spool() {
    if (file_ >= 0) close(file_);
}

void Spool::append(std::string_view bytes) {
    if (file_ < 0) {
        const std::size_t room = memory_bytes_ - std::min(memory_bytes_, head_.size());
        head_.append(bytes.substr(0, room));
        bytes.remove_prefix(std::min(room, bytes.size()));
    }
    if (bytes.empty()) return;
    if (file_ < 0) file_ = open_nameless_file();
    write_all(file_, bytes);
    file_bytes_ += bytes.size();
}

void Spool::append_file(int file) {
    struct stat status {};
    if (file < 0 || fstat(file, &status) != 0) fail(errno);
    const auto bytes = static_cast<std::uint64_t>(status.st_size);
    if (file_ < 0) {
        file_ = file;
        file_bytes_ = bytes;
        return;
    }
    const std::unique_ptr<int, void (*)(int*)> closed(&file, [](int* descriptor) { close(*descriptor); });
    for_each_block(file, bytes, [&](std::string_view block) { append(block); });
}

std::string Spool::take_line() {
    const std::size_t end = std::min(head_.find('\n'), head_.size());
    std::string line = head_.substr(0, end);
    head_.erase(0, std::min(end + 1, head_.size()));
    return line;
}

std::string Spool::text() const {
    if (file_ < 0) return head_;
    std::ostringstream out;
    copy_to(out);
    return std::move(out).str();
}

void Spool::copy_to(std::ostream& out) const {
    out.write(head_.data(), static_cast<std::streamsize>(head_.size()));
    for_each_block(file_, file_bytes_, [&](std::string_view block) {
        out.write(block.data(), static_cast<std::streamsize>(block.size()));
    });
}

}  // namespace torimatome::pipeline
