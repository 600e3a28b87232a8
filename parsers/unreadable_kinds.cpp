#include "parsers/unreadable_kinds.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "model/language.hpp"
#include "parsers/compound_file.hpp"
#include "parsers/input_error.hpp"
#include "text/code_points.hpp"

namespace torimatome::parsers {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kLookedAt = 4096;

struct Signature {
    std::size_t offset = 0;
    std::string_view bytes;
    const char* code = "";
    const char* japanese = "";
    const char* english = "";
};

constexpr const char* kImage = "画像ファイルです。文字としては読めません。";
constexpr const char* kImageEnglish = "This is an image; there is no text in it to read.";
constexpr const char* kArchive = "圧縮ファイルです。";
constexpr const char* kArchiveEnglish = "This is an archive.";

constexpr std::array<Signature, 17> kSignatures{{
    {0, "\x89PNG"sv, "input.image", kImage, kImageEnglish},
    {0, "\xFF\xD8\xFF"sv, "input.image", kImage, kImageEnglish},
    {0, "GIF8"sv, "input.image", kImage, kImageEnglish},
    {0, "II*\0"sv, "input.image", kImage, kImageEnglish},
    {0, "MM\0*"sv, "input.image", kImage, kImageEnglish},
    {8, "WEBP"sv, "input.image", kImage, kImageEnglish},
    {4, "ftyphei"sv, "input.image", kImage, kImageEnglish},
    {4, "ftypmif"sv, "input.image", kImage, kImageEnglish},
    {0, "7z\xBC\xAF"sv, "input.archive", kArchive, kArchiveEnglish},
    {0, "Rar!"sv, "input.archive", kArchive, kArchiveEnglish},
    {0, "\x1F\x8B"sv, "input.archive", kArchive, kArchiveEnglish},
    {2, "-lh"sv, "input.archive", kArchive, kArchiveEnglish},
    {0, "PK\x07\x08"sv, "input.archive", "分割されたzipファイルです。", "This is a part of a split zip file."},
    {0, "{\\rtf"sv, "input.unknown", "リッチテキスト（.rtf）です。", "This is a rich text file (.rtf)."},
    {0, "MZ"sv, "input.unknown", "プログラムなどの実行ファイルです。", "This is a program."},
    {0, "\x09\x08\x10\x00\x00\x06"sv, "input.old-xls", "古い形式のExcelファイル（.xls）です。",
     "This is an Excel file of the old format (.xls)."},
    {0, "BM"sv, "", kImage, kImageEnglish},
}};

std::string hint_for(std::string_view code) {
    if (code == "input.archive") {
        return tell("展開して、中のファイルを使ってください。", "Unpack it and use the files in it.");
    }
    if (code == "input.image") {
        return tell("元のExcelファイルか、文字の入ったPDFを受け取ってください。",
                    "Ask for the original Excel file, or for a PDF that holds text.");
    }
    return tell("Excelブック（.xlsx）またはテキストで受け取ってください。",
                "Ask for an Excel workbook (.xlsx) or a text file.");
}

// Text holds no control characters but tabs, line ends and form feeds; UTF-16 has zeros.
bool is_binary(std::string_view bytes) {
    const std::string_view start = bytes.substr(0, kLookedAt);
    const bool utf16 = start.starts_with("\xFF\xFE"sv) || start.starts_with("\xFE\xFF"sv);
    const auto zeros = std::count(start.begin(), start.end(), '\0');
    const bool like_utf16 = zeros > 0 && static_cast<std::size_t>(zeros) * 5 > start.size();
    if (utf16) return false;
    const auto controls = std::count_if(start.begin(), start.end(), [](char c) {
        const auto byte = static_cast<unsigned char>(c);
        return (byte > 0 && byte < 0x09) || (byte >= 0x0E && byte < 0x1B) || byte == 0x7F;
    });
    return controls > 0 || (zeros > 0 && !like_utf16);
}

void refuse_signatures(std::string_view bytes) {
    for (const Signature& one : kSignatures) {
        if (bytes.size() < one.offset || !bytes.substr(one.offset).starts_with(one.bytes)) continue;
        const std::string_view code = one.code;
        // Letters that a text may start with, too: only an image has zeros behind them.
        if (code.empty() && bytes.substr(0, kLookedAt).find('\0') == std::string_view::npos) continue;
        const std::string found(code.empty() ? "input.image" : code);
        throw input_error(found, tell(one.japanese, one.english), hint_for(found));
    }
}

std::string lower_start(std::string_view bytes) {
    std::string_view start = bytes.substr(0, kLookedAt);
    if (start.starts_with("\xEF\xBB\xBF"sv)) start.remove_prefix(3);
    std::string text(text::trim(start));
    for (char& c : text) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return text;
}

void refuse_web_pages(std::string_view bytes) {
    const std::string start = lower_start(bytes);
    const bool page = start.starts_with("<!doctype html") || start.starts_with("<html") || start.starts_with("<head") ||
                      start.starts_with("<table") || start.starts_with("mime-version:");
    const bool xml_page = start.starts_with("<?xml") && start.find("<html") != std::string::npos;
    if (page || xml_page) {
        throw input_error(
            "input.html",
            tell("Webページ（HTML）の形式で保存されたファイルです。名前が .xls でもExcelブックではありません。",
                 "This is a web page (HTML), not an Excel workbook, even if it is named .xls."),
            tell("Excelで開き、「Excelブック（.xlsx）」として保存し直してください。",
                 "Open it in Excel and save it as an Excel workbook (.xlsx)."));
    }
    if (start.starts_with("<?xml") && start.find("urn:schemas-microsoft-com:office:spreadsheet") != std::string::npos) {
        throw input_error("input.old-xls",
                          tell("古い形式のExcelファイル（XMLスプレッドシート2003）です。",
                               "This is an Excel file of an old format (XML Spreadsheet 2003)."),
                          tell("Excelで開き、「Excelブック（.xlsx）」として保存し直してください。",
                               "Open it in Excel and save it as an Excel workbook (.xlsx)."));
    }
}

void refuse_owner_file(const Input& input) {
    if (!input.name.starts_with("~$")) return;
    throw input_error("input.owner-file",
                      tell("Excelがファイルを開いている間だけ作る管理用のファイルで、中身はありません。",
                           "This is the note that Excel keeps while a file is open; it holds no data."),
                      tell("名前の先頭が「~$」でない方のファイルを使ってください。",
                           "Use the file whose name does not start with \"~$\"."));
}

}  // namespace

void refuse_unreadable_kinds(const Input& input) {
    refuse_owner_file(input);
    if (input.bytes.empty()) {
        throw input_error("input.empty", tell("ファイルが空（0バイト）です。", "The file is empty (0 bytes)."),
                          tell("コピーや同期（OneDriveなど）が終わっているか確かめ、もう一度受け取ってください。",
                               "Check that copying or syncing (OneDrive) has finished, or have it sent again."));
    }
    refuse_compound_files(input.bytes);
    refuse_signatures(input.bytes);
    refuse_web_pages(input.bytes);
    const bool zip = input.bytes.starts_with("PK\x03\x04") || input.bytes.starts_with("PK\x05\x06");
    const bool pdf = input.bytes.substr(0, 1024).find("%PDF-"sv) != std::string_view::npos;
    if (!zip && !pdf && is_binary(input.bytes)) {
        throw input_error("input.unknown",
                          tell("Excelブックでも文字のファイルでもないため、読めません。",
                               "This is neither an Excel workbook nor a text file."),
                          hint_for("input.unknown"));
    }
}

}  // namespace torimatome::parsers
