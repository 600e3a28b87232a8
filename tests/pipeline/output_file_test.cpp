#include "pipeline/output_file.hpp"

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/pipeline/temporary_folder.hpp"
#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

TEST(OutputFile, IsThereOnlyWhenItIsComplete) {
    const TemporaryFolder folder;
    OutputFile file(folder / "結果.json");
    file.stream() << "{}";
    EXPECT_FALSE(std::filesystem::exists(folder / "結果.json"));
    file.commit();
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"結果.json"}));
    EXPECT_EQ(folder.read("結果.json"), "{}");
}

TEST(OutputFile, LeavesNothingAndTheOldFileWhereItIsNotCommitted) {
    const TemporaryFolder folder;
    folder.write("結果.json", "old");
    { OutputFile(folder / "結果.json").stream() << "new"; }
    EXPECT_EQ(folder.names(), (std::vector<std::string>{"結果.json"}));
    EXPECT_EQ(folder.read("結果.json"), "old");
}

TEST(OutputFile, LeavesNothingWhereTheProgramIsInterrupted) {
    for (const int signal_number : {SIGINT, SIGTERM, SIGHUP}) {
        const TemporaryFolder folder;
        const pid_t pid = fork();
        if (pid == 0) {
            OutputFile file(folder / "結果.json");
            file.stream() << "{}";
            raise(signal_number);
            _exit(0);
        }
        int status = 0;
        ASSERT_EQ(waitpid(pid, &status, 0), pid);
        EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == signal_number);
        EXPECT_EQ(folder.names(), std::vector<std::string>{});
    }
}

TEST(OutputFile, HasTheRightsOfAnyNewFile) {
    const TemporaryFolder folder;
    const mode_t mask = umask(022);
    OutputFile file(folder / "a");
    file.commit();
    umask(mask);
    struct stat status {};
    ASSERT_EQ(stat((folder / "a").c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777, 0644U);
}

TEST(OutputFile, FollowsALink) {
    const TemporaryFolder folder;
    folder.write("real/a.json", "old");
    std::filesystem::create_symlink(folder / "real/a.json", folder / "a.json");
    OutputFile file(folder / "a.json");
    file.stream() << "new";
    file.commit();
    EXPECT_TRUE(std::filesystem::is_symlink(folder / "a.json"));
    EXPECT_EQ(folder.read("real/a.json"), "new");
}

TEST(OutputFile, ADeviceIsWrittenToAndStays) {
    OutputFile file("/dev/null");
    file.stream() << "gone";
    file.commit();
    EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

constexpr const char* kHint =
    "場所があるか、書く権限があるか、ディスクの空きがあるか、Excelなどで開いていないかを確かめてください。";

TEST(OutputFile, AFolderThatIsNotThereIsTold) {
    EXPECT_EQ(
        thrown_error([] { OutputFile("/no/such/folder/a.json"); }),
        std::string("output.failed|/no/such/folder/a.json|出力できません（No such file or directory）。|") + kHint);
}

TEST(OutputFile, AFullDiskIsTold) {
    OutputFile file("/dev/full");
    file.stream() << "text";
    EXPECT_EQ(thrown_error([&] { file.commit(); }),
              std::string("output.failed|/dev/full|出力できません（No space left on device）。|") + kHint);
}

TEST(OutputFile, FoldersAreMadeWithThoseAboveThem) {
    const TemporaryFolder folder;
    make_output_folder(folder / "a/b/");
    EXPECT_TRUE(std::filesystem::is_directory(folder / "a/b"));
    EXPECT_EQ(thrown_error([] { make_output_folder("/proc/no"); }),
              std::string("output.failed|/proc/no|出力できません（No such file or directory）。|") + kHint);
}

}  // namespace
}  // namespace torimatome::pipeline
