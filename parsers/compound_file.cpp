#include "parsers/compound_file.hpp"

#include <string>

#include "model/language.hpp"
#include "parsers/input_error.hpp"

namespace torimatome::parsers {

namespace {

constexpr std::string_view kSignature = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
constexpr std::size_t kEntrySize = 128;
constexpr std::size_t kNameSize = 64;

std::string utf16(std::string_view ascii) {
    std::string text;
    for (const char c : ascii) {
        text.push_back(c);
        text.push_back('\0');
    }
    return text;
}

// Whether the directory has a stream or storage of that name (MS-CFB 2.6: entries of 128 bytes, the name's length in
// bytes with its final zero behind the name). Entries are looked for at every place that one may stand, so that
// a broken allocation table does no harm.
bool has_entry(std::string_view bytes, std::string_view name) {
    const std::string wanted = utf16(name);
    for (std::size_t at = 512; at + kEntrySize <= bytes.size(); at += kEntrySize) {
        const auto length = static_cast<unsigned char>(bytes[at + kNameSize]);
        if (length == wanted.size() + 2 && bytes.substr(at, wanted.size()) == wanted) return true;
    }
    return false;
}

}  // namespace

void refuse_compound_files(std::string_view bytes) {
    if (!bytes.starts_with(kSignature)) return;
    const bool labelled = has_entry(bytes, "DRMEncryptedDataSpace") || has_entry(bytes, "DRMEncryptedTransform") ||
                          has_entry(bytes,
                                    "\x09"
                                    "DRMContent");
    if (labelled) {
        throw input_error("input.protected",
                          tell("秘密度ラベルまたはアクセス権（IRM）で保護されているため、読めません。",
                               "The file is protected by a sensitivity label or rights management (IRM)."),
                          tell("保護を外して保存したExcelブックを受け取ってください。",
                               "Ask for the workbook without this protection."));
    }
    if (has_entry(bytes, "EncryptedPackage")) {
        throw input_error("input.encrypted",
                          tell("パスワードで保護されたOfficeファイルのため、読めません。",
                               "This Office file is protected by a password."),
                          tell("Excelで開いてパスワードを外し、保存し直してください。",
                               "Open it in Excel, remove the password and save it again."));
    }
    if (has_entry(bytes, "Workbook") || has_entry(bytes, "Book")) {
        throw input_error(
            "input.old-xls",
            tell("古い形式のExcelファイル（.xls）です。", "This is an Excel file of the old format (.xls)."),
            tell("Excelで開き、「Excelブック（.xlsx）」として保存し直してください。",
                 "Open it in Excel and save it as an Excel workbook (.xlsx)."));
    }
    throw input_error("input.unknown",
                      tell("古い形式のOfficeファイルなどで、Excelブックではありません。",
                           "This is an old Office file or the like, but no Excel workbook."),
                      tell("Excelブック（.xlsx）またはテキストで受け取ってください。",
                           "Ask for an Excel workbook (.xlsx) or a text file."));
}

CompoundKind compound_kind(std::string_view bytes) {
    if (!bytes.starts_with(kSignature)) return CompoundKind::none;
    for (const char* guarded : {"DRMEncryptedDataSpace", "DRMEncryptedTransform", "EncryptedPackage"}) {
        if (has_entry(bytes, guarded)) return CompoundKind::none;
    }
    if (has_entry(bytes, "Workbook") || has_entry(bytes, "Book")) return CompoundKind::spreadsheet;
    return has_entry(bytes, "WordDocument") ? CompoundKind::text : CompoundKind::none;
}

}  // namespace torimatome::parsers
