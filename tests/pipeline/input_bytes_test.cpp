#include "pipeline/input_bytes.hpp"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <array>

#include "tests/pipeline/temporary_folder.hpp"
#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

TEST(InputBytes, GivesAFileWhole) {
    const TemporaryFolder folder;
    const std::string text(200'000, 'x');
    const InputFile large{folder.write("large.txt", text), "large.txt", nullptr};
    const InputFile empty{folder.write("empty.txt"), "empty.txt", nullptr};
    EXPECT_TRUE(InputBytes(large).view() == text);
    EXPECT_EQ(InputBytes(empty).view(), "");
}

TEST(InputBytes, GivesWhatStandsInMemory) {
    const InputFile input{{}, "stdin", std::make_shared<const std::string>("abc")};
    EXPECT_EQ(InputBytes(input).view(), "abc");
}

TEST(InputBytes, GivesAFileThatHasNoSize) {
    const InputFile input{"/proc/self/comm", "comm", nullptr};
    EXPECT_FALSE(InputBytes(input).view().empty());
}

TEST(InputBytes, AFileThatIsTooLargeIsRefused) {
    const TemporaryFolder folder;
    const InputFile input{folder.write("a.txt", "12345"), "a.txt", nullptr};
    EXPECT_EQ(InputBytes(input, 5).view(), "12345");
    EXPECT_EQ(thrown_error([&] { InputBytes(input, 4); }),
              "input.too-large|a.txt|ファイルが大きすぎます（上限は 4 バイトです）。|ファイルを分けてください。");
}

TEST(InputBytes, AFileThatIsGoneIsTold) {
    const InputFile input{"/no/such/file", "file", nullptr};
    EXPECT_EQ(thrown_error([&] { const InputBytes bytes(input); }),
              "input.unreadable|file|ファイルを開けません（No such file or directory）。|"
              "ファイルがあるか、読む権限があるかを確かめてください。");
}

TEST(InputBytes, APipeIsReadToItsEndAndNoFurtherThanTheLimit) {
    std::array<int, 2> ends{};
    ASSERT_EQ(pipe(ends.data()), 0);
    ASSERT_EQ(write(ends[1], "abcdef", 6), 6);
    close(ends[1]);
    EXPECT_EQ(read_descriptor(ends[0], "stdin", 6), "abcdef");
    close(ends[0]);
    ASSERT_EQ(pipe(ends.data()), 0);
    ASSERT_EQ(write(ends[1], "abcdef", 6), 6);
    close(ends[1]);
    EXPECT_EQ(thrown_error([&] { read_descriptor(ends[0], "stdin", 5); }),
              "input.too-large|stdin|ファイルが大きすぎます（上限は 5 バイトです）。|ファイルを分けてください。");
    close(ends[0]);
}

}  // namespace
}  // namespace torimatome::pipeline
