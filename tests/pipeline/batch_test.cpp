#include "pipeline/batch.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "model/finding.hpp"
#include "tests/pipeline/temporary_folder.hpp"

namespace torimatome::pipeline {
namespace {

InputFile in_memory(const std::string& name, const std::string& bytes) {
    return {{}, name, std::make_shared<const std::string>(bytes)};
}

void shout(const parsers::Input& input, std::ostream& answer) {
    if (input.bytes == "bad") {
        Finding finding;
        finding.code = "input.bad";
        finding.severity = Severity::error;
        finding.message = "読めません。";
        throw Error(finding);
    }
    write_tally({static_cast<int>(input.bytes.size()), 1, 2, 3}, answer);
    answer << input.name << "!\n" << input.bytes << "!\n";
}

std::vector<std::string> process(const std::vector<InputFile>& inputs, std::ostream& terminal, bool visible) {
    std::vector<std::string> lines;
    Progress progress(terminal, visible);
    PoolOptions options;
    options.workers = 2;
    process_inputs(inputs, shout, options, progress, [&](InputResult& result) {
        EXPECT_EQ(result.index, lines.size());
        if (result.failure) {
            lines.push_back(result.failure->code + " " + result.failure->source.file);
            EXPECT_EQ(result.tally, Tally{});
        } else {
            EXPECT_EQ(result.tally.findings(), 6);
            lines.push_back(std::to_string(result.tally.records) + " " + result.result.text());
        }
    });
    return lines;
}

TEST(Batch, EachInputGivesItsResultOrItsFailure) {
    const TemporaryFolder folder;
    const InputFile file{folder.write("a.txt", "bytes"), "a.txt", nullptr};
    const InputFile missing{folder / "none.txt", "none.txt", nullptr};
    std::ostringstream terminal;
    EXPECT_EQ(process({file, in_memory("b", "bad"), missing, in_memory("stdin", "ab\ncd")}, terminal, false),
              (std::vector<std::string>{"5 a.txt!\nbytes!\n", "input.bad b", "input.unreadable none.txt",
                                        "5 stdin!\nab\ncd!\n"}));
    EXPECT_EQ(terminal.str(), "");
}

TEST(Batch, ProgressIsShownOnATerminalAndClearedAtTheEnd) {
    std::ostringstream terminal;
    process({in_memory("a", "1"), in_memory("b", "2")}, terminal, true);
    EXPECT_EQ(terminal.str(), "\r\033[K読み取り中 0/2\r\033[K読み取り中 1/2\r\033[K読み取り中 2/2\r\033[K");
}

}  // namespace
}  // namespace torimatome::pipeline
