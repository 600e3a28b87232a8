// The return slip (返戻票): what a department is asked to correct, in the cells of its own file.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "model/fiscal_year.hpp"

namespace torimatome::writers {

struct SlipItem {
    bool must = true;     ///< has to be corrected; else it is enough to check it
    std::string place;    ///< in the department's file: 「シート「提言1」C12」
    std::string measure;  ///< the measure's number; empty where no single one is meant
    std::string now;      ///< what the cell says now
    std::string problem;
    std::string request;  ///< what to do
};

struct ReturnSlip {
    std::string department;  ///< empty where it is not known
    std::string file;
    std::string due;
    std::string contact;
    std::vector<SlipItem> items;  ///< the most important first
};

/// Writes the slip to `file` (under a temporary name first). Throws Error (code "output.failed").
void write_return_slip(const ReturnSlip& slip, const Date& created, const std::filesystem::path& file);

/// What became of one submission, for the list of slips.
struct SlipEntry {
    std::string department;
    std::string file;
    std::string state;  ///< 「返戻」, 「問題なし」, 「未記入」, 「未提出」, 「読み取り不可」
    int must = 0;
    int check = 0;
    std::string slip;  ///< name of the slip's file
    std::string saved_on;
    std::string sha256;
    std::string remark;
};

/// Writes the list (返戻一覧) to `file` (under a temporary name first). Throws Error (code "output.failed").
void write_slip_list(const std::vector<SlipEntry>& entries, const Date& created, const std::filesystem::path& file);

}  // namespace torimatome::writers
