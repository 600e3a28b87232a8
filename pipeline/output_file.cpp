#include "pipeline/output_file.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <string>
#include <system_error>

#include "model/finding.hpp"
#include "model/language.hpp"
#include "pipeline/input_name.hpp"

namespace torimatome::pipeline {

namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& path, const std::string& reason) {
    Finding finding;
    finding.code = "output.failed";
    finding.severity = Severity::error;
    finding.source.file = display_text(path.string());
    finding.message =
        tell(fmt::format("出力できません（{}）。", reason), fmt::format("Cannot write the output ({}).", reason));
    finding.hint =
        tell("場所があるか、書く権限があるか、ディスクの空きがあるか、Excelなどで開いていないかを確かめてください。",
             "Please check that the place is there, may be written to and has room, and that no other "
             "program has the file open.");
    throw Error(std::move(finding));
}

// A stream tells that it failed but not why; errno holds the reason of the last system call.
std::string last_reason() { return std::strerror(errno != 0 ? errno : EIO); }

fs::path behind_links(const fs::path& path) {
    std::error_code error;
    if (!fs::is_symlink(fs::symlink_status(path, error))) return path;
    const fs::path target = fs::weakly_canonical(path, error);
    return error ? path : target;
}

// mkstemp makes files for the owner only; an output has the rights that any new file of the user has.
void give_usual_rights(int descriptor) {
    const mode_t mask = umask(0);
    umask(mask);
    fchmod(descriptor, 0666 & ~mask);
}

fs::path make_temporary_file(const fs::path& path) {
    std::string name = (path.parent_path() / ".torimatome-XXXXXX").string();
    const int descriptor = mkstemp(name.data());
    if (descriptor < 0) fail(path, last_reason());
    give_usual_rights(descriptor);
    close(descriptor);
    return name;
}

}  // namespace

OutputFile::OutputFile(const fs::path& path) : path_(behind_links(path)) {
    std::error_code error;
    const fs::file_status status = fs::status(path_, error);
    if (fs::is_directory(status)) fail(path, std::strerror(EISDIR));
    const bool direct = fs::exists(status) && !fs::is_regular_file(status);
    if (!direct) {
        temporary_ = make_temporary_file(path_);
        removed_when_interrupted_.emplace(temporary_);
    }
    errno = 0;
    stream_.open(direct ? path_ : temporary_, std::ios::binary | std::ios::trunc);
    if (stream_) return;
    const std::string reason = last_reason();
    if (!direct) fs::remove(temporary_, error);
    fail(path, reason);
}

OutputFile::~OutputFile() {
    if (temporary_.empty()) return;
    std::error_code error;
    fs::remove(temporary_, error);
}

void OutputFile::commit() {
    // A stream that failed before keeps the reason of its failure; a good one may fail now.
    if (stream_) errno = 0;
    stream_.close();
    if (!stream_) fail(path_, last_reason());
    if (temporary_.empty()) return;
    std::error_code error;
    fs::rename(temporary_, path_, error);
    if (error) fail(path_, error.message());
    removed_when_interrupted_.reset();
    temporary_.clear();
}

void make_output_folder(const fs::path& folder) {
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) fail(folder, error.message());
}

void flush_standard_output() {
    if (std::cout) errno = 0;  // else it holds why an earlier write failed
    std::cout.flush();
    if (!std::cout) fail(tell("標準出力", "standard output"), last_reason());
}

}  // namespace torimatome::pipeline
