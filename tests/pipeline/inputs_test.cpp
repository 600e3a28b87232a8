#include "pipeline/inputs.hpp"

#include <gtest/gtest.h>

#include <filesystem>

#include "tests/pipeline/temporary_folder.hpp"
#include "tests/pipeline/thrown_error.hpp"

namespace torimatome::pipeline {
namespace {

std::vector<std::string> names(const std::vector<InputFile>& inputs) {
    std::vector<std::string> result;
    for (const InputFile& input : inputs) result.push_back(input.name);
    return result;
}

std::vector<std::string> paths(const std::vector<InputFile>& inputs) {
    std::vector<std::string> result;
    for (const InputFile& input : inputs) result.push_back(input.path.string());
    return result;
}

TEST(Inputs, FilesComeInTheOrderOfTheArguments) {
    const TemporaryFolder folder;
    const std::vector<std::string> files = {folder.write("b.xlsx"), folder.write("a.xlsx")};
    const std::vector<InputFile> inputs = find_inputs(files, {});
    EXPECT_EQ(paths(inputs), files);
    EXPECT_EQ(names(inputs), (std::vector<std::string>{"b.xlsx", "a.xlsx"}));
}

TEST(Inputs, AFolderGivesItsOwnFilesAndThenItsSubFoldersInNameOrder) {
    const TemporaryFolder folder;
    for (const char* name : {"b.txt", "z/1.xlsx", "a.xlsx", "c/2.csv", "c/1.csv", "c/あ/3.csv"}) folder.write(name);
    EXPECT_EQ(paths(find_inputs({folder.path().string()}, {})),
              (std::vector<std::string>{folder / "a.xlsx", folder / "b.txt", folder / "c/1.csv", folder / "c/2.csv",
                                        folder / "c/あ/3.csv", folder / "z/1.xlsx"}));
}

TEST(Inputs, HiddenFilesOwnerFilesAndRemainsOfWindowsAreSkipped) {
    const TemporaryFolder folder;
    for (const char* name : {"回答.xlsx", "~$回答.xlsx", ".DS_Store", ".git/config", "Thumbs.db", "desktop.ini"}) {
        folder.write(name);
    }
    EXPECT_EQ(names(find_inputs({folder.path().string()}, {})), (std::vector<std::string>{"回答.xlsx"}));
}

TEST(Inputs, AHiddenFileThatIsNamedIsRead) {
    const TemporaryFolder folder;
    EXPECT_EQ(names(find_inputs({folder.write(".回答.xlsx")}, {})), (std::vector<std::string>{".回答.xlsx"}));
}

TEST(Inputs, LinksToFilesAreFollowedAndLinksToFoldersAreNot) {
    const TemporaryFolder folder;
    folder.write("in/a.xlsx");
    std::filesystem::create_symlink(folder / "in/a.xlsx", folder / "in/b.xlsx");
    std::filesystem::create_directory_symlink(folder / "in", folder / "in/circle");
    EXPECT_EQ(names(find_inputs({folder / "in"}, {})), (std::vector<std::string>{"a.xlsx", "b.xlsx"}));
}

TEST(Inputs, TheOutputOfAnEarlierRunAndTheBaseAreSkippedInFolders) {
    const TemporaryFolder folder;
    folder.write("a.xlsx");
    folder.write("book.xlsx");
    folder.write("base.xlsx");
    EXPECT_EQ(names(find_inputs({folder.path().string()}, folder / "book.xlsx", folder / "base.xlsx")),
              (std::vector<std::string>{"a.xlsx"}));
}

TEST(Inputs, FilesOfOneNameAreToldApartByTheirFolders) {
    const TemporaryFolder folder;
    for (const char* name : {"総務課/回答.xlsx", "健康課/回答.xlsx", "健康課/別紙.xlsx"}) folder.write(name);
    EXPECT_EQ(names(find_inputs({folder.path().string()}, {})),
              (std::vector<std::string>{"別紙.xlsx", "健康課/回答.xlsx", "総務課/回答.xlsx"}));
}

TEST(Inputs, APathThatIsNotThereIsTold) {
    EXPECT_EQ(thrown_error([] { find_inputs({"ありません.xlsx"}, {}); }),
              "usage||入力「ありません.xlsx」がありません。|名前と場所を確かめてください。");
}

TEST(Inputs, NoInputAnEmptyFolderAndTwoStandardInputsAreTold) {
    const TemporaryFolder folder;
    folder.write(".hidden");
    EXPECT_EQ(thrown_error([] { find_inputs({}, {}); }),
              "usage||入力を指定してください（ファイル、フォルダー、または標準入力の -）。|");
    EXPECT_EQ(thrown_error([&] { find_inputs({folder.path().string()}, {}); }),
              "usage||フォルダー「" + folder.path().string() + "」に、読み取るファイルがありません。|");
    EXPECT_EQ(thrown_error([] { find_inputs({"-", "-"}, {}); }), "usage||標準入力（-）は1回だけ指定できます。|");
}

TEST(Inputs, AnInputThatIsTheOutputIsTold) {
    const TemporaryFolder folder;
    const std::string file = folder.write("a.xlsx");
    EXPECT_EQ(thrown_error([&] { find_inputs({file}, file); }),
              "usage||「" + file + "」は入力と出力の両方になっています。|-o で別の名前を指定してください。");
}

}  // namespace
}  // namespace torimatome::pipeline
