#include "tests/program/run_program.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "tests/pipeline/temporary_folder.hpp"

namespace torimatome {

namespace {

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> result;
    for (std::string& text : texts) result.push_back(text.data());
    result.push_back(nullptr);
    return result;
}

void connect(int descriptor, const std::string& file, int flags) {
    const int opened = open(file.c_str(), flags, 0600);
    if (opened < 0 || dup2(opened, descriptor) < 0) _exit(125);
    close(opened);
}

}  // namespace

ProgramRun run_program(const std::vector<std::string>& arguments, const RunSetup& setup) {
    const TemporaryFolder folder;
    folder.write("in", setup.input);
    std::vector<std::string> words = {TORIMATOME_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    // Of two values of one variable the first counts.
    std::vector<std::string> environment;
    for (const auto& [name, value] : setup.environment) environment.push_back(name + "=" + value);
    environment.push_back("LC_ALL=ja_JP.UTF-8");
    const std::vector<char*> argv = pointers(words);
    const std::vector<char*> envp = pointers(environment);

    const pid_t pid = fork();
    if (pid == 0) {
        connect(STDIN_FILENO, folder / "in", O_RDONLY);
        connect(STDOUT_FILENO, folder / "out", O_WRONLY | O_CREAT);
        connect(STDERR_FILENO, folder / "err", O_WRONLY | O_CREAT);
        if (!setup.folder.empty() && chdir(setup.folder.c_str()) != 0) _exit(125);
        execve(argv[0], argv.data(), envp.data());
        _exit(126);
    }
    int status = 0;
    EXPECT_EQ(waitpid(pid, &status, 0), pid);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, folder.read("out"), folder.read("err")};
}

}  // namespace torimatome
