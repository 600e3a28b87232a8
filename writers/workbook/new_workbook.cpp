#include "writers/workbook/new_workbook.hpp"

#include <unistd.h>

#include <system_error>

#include "model/finding.hpp"
#include "model/language.hpp"

namespace torimatome::writers {

namespace {

/// A name beside `file` that is removed again unless the complete file was moved into its place.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::filesystem::path& file) : target_(file), path_(file) {
        path_.replace_filename("." + file.filename().string() + "." + std::to_string(getpid()) + ".tmp");
    }
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove(path_, ignored);
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;

    const std::filesystem::path& path() const { return path_; }

    void move_into_place() const {
        std::error_code error;
        std::filesystem::rename(path_, target_, error);
        if (error) fail(error.message());
    }

    /// Errors name the file that the user asked for, never the temporary one.
    [[noreturn]] void fail(const std::string& reason) const {
        Finding finding;
        finding.code = "output.failed";
        finding.severity = Severity::error;
        finding.source.file = target_.string();
        finding.message = tell("「" + target_.string() + "」に書き込めませんでした。" + reason,
                               "Could not write \"" + target_.string() + "\". " + reason);
        finding.hint = tell(
            "フォルダーがあるか、書き込みの権限と空き容量があるか、ファイルを開いたままにしていないかを確かめてください"
            "。",
            "Check that the folder exists, that you may write there, that the disk has room and that "
            "the file is not open in another program.");
        throw Error(std::move(finding));
    }

  private:
    std::filesystem::path target_;
    std::filesystem::path path_;
};

}  // namespace

void write_new_workbook(const std::filesystem::path& file, const std::string& title, const Date& created,
                        const std::function<void(Workbook&)>& write) {
    write_new_workbook(file, title, created, write, [](const std::filesystem::path&) {});
}

void write_new_workbook(const std::filesystem::path& file, const std::string& title, const Date& created,
                        const std::function<void(Workbook&)>& write,
                        const std::function<void(const std::filesystem::path&)>& finish) {
    const TemporaryFile temporary(file);
    try {
        Workbook workbook(temporary.path(), title, created);
        write(workbook);
        workbook.close();
        finish(temporary.path());
    } catch (const Error& error) {
        temporary.fail(error.what());
    }
    temporary.move_into_place();
}

}  // namespace torimatome::writers
