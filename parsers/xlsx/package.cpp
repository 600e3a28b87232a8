#include "parsers/xlsx/package.hpp"

#include <fmt/format.h>

#include "model/language.hpp"
#include "parsers/input_error.hpp"

namespace torimatome::parsers::xlsx {

namespace {

std::string part_key(std::string_view name) {
    while (!name.empty() && (name[0] == '/' || name[0] == '\\')) name.remove_prefix(1);
    std::string key(name);
    for (char& c : key) {
        if (c == '\\') c = '/';
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return key;
}

[[noreturn]] void throw_truncated() {
    throw input_error("input.truncated",
                      tell("ファイルが途中で切れているか、壊れています（zip形式として開けません）。",
                           "The file is cut off or damaged: it cannot be opened as a zip file."),
                      tell("もう一度コピーまたは送信してもらい、Excelで開けることを確かめてください。",
                           "Copy it or have it sent again, and make sure that Excel opens it."));
}

void check_entry_count(zip_int64_t entries, const ReadLimits& limits) {
    if (entries <= static_cast<zip_int64_t>(limits.zip_entries)) return;
    throw_too_large(fmt::format("ファイルの中の部品が多すぎます（{} 個、上限 {} 個）。", entries, limits.zip_entries),
                    fmt::format("The file has too many parts ({}, at most {}).", entries, limits.zip_entries));
}

void list_entries(Package& package) {
    const zip_int64_t count = zip_get_num_entries(package.archive.get(), 0);
    check_entry_count(count, package.limits);
    for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
        const char* name = zip_get_name(package.archive.get(), i, ZIP_FL_ENC_RAW);
        if (name) package.entries.emplace(part_key(name), i);
    }
}

void check_not_encrypted(const zip_stat_t& stat) {
    const bool encrypted = (stat.valid & ZIP_STAT_ENCRYPTION_METHOD) && stat.encryption_method != ZIP_EM_NONE;
    if (!encrypted) return;
    throw input_error(
        "input.encrypted", tell("パスワード付きのzipファイルです。", "This is a zip file with a password."),
        tell("パスワードを外したExcelファイルを受け取ってください。", "Ask for the Excel file without a password."));
}

void check_limits(const PartReader& part) {
    const ReadLimits& limits = part.package->limits;
    if (part.inflated > limits.inflated_bytes || part.package->inflated > limits.total_inflated_bytes) {
        throw_too_large(
            fmt::format("展開すると大きすぎます（「{}」で {} MiB を超えました）。", part.name, part.inflated >> 20),
            fmt::format("The file is too large when unpacked (over {1} MiB at \"{0}\").", part.name,
                        part.inflated >> 20));
    }
    const double largest = limits.inflate_ratio * static_cast<double>(part.packed);
    if (part.inflated > limits.ratio_free_bytes && static_cast<double>(part.inflated) > largest) {
        throw_too_large(fmt::format("「{}」の圧縮率が異常に高く、展開すると大きくなりすぎます。", part.name),
                        fmt::format("\"{}\" is packed abnormally small and gets too large when unpacked.", part.name));
    }
}

std::size_t read_stored(PartReader& part, char* buffer, std::size_t size) {
    const zip_int64_t count = zip_fread(part.file.get(), buffer, size);
    if (count < 0) throw_damaged(part.name, zip_file_strerror(part.file.get()));
    return static_cast<std::size_t>(count);
}

// libzip checks what it inflates itself; here the size and the checksum of the directory are compared.
void check_whole(const PartReader& part) {
    const bool size_differs = (part.stat.valid & ZIP_STAT_SIZE) && part.stat.size != part.inflated;
    const bool sum_differs = (part.stat.valid & ZIP_STAT_CRC) && part.stat.crc != part.inflater->checksum();
    if (size_differs || sum_differs) throw_damaged(part.name, "CRC error");
}

std::size_t inflate_some(PartReader& part, char* buffer, std::size_t size) {
    const auto read_packed = [&](char* packed, std::size_t wanted) { return read_stored(part, packed, wanted); };
    const std::optional<std::size_t> count = part.inflater->read(buffer, size, read_packed);
    if (!count) throw_damaged(part.name, "Compressed data invalid");
    if (*count == 0 && size > 0) check_whole(part);
    return *count;
}

}  // namespace

void CloseEntry::operator()(zip_file_t* file) const {
    // A checksum error was already reported by the read that met it.
    static_cast<void>(zip_fclose(file));
}

Package open_package(std::string_view bytes, const ReadLimits& limits) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    zip_t* archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
    zip_error_fini(&error);
    if (!archive) {
        if (source) zip_source_free(source);
        throw_truncated();
    }
    Package package;
    package.archive.reset(archive);
    package.limits = limits;
    list_entries(package);
    return package;
}

bool has_part(const Package& package, std::string_view name) { return package.entries.count(part_key(name)) > 0; }

std::uint64_t claimed_size(const Package& package, std::string_view name) {
    const auto found = package.entries.find(part_key(name));
    zip_stat_t stat;
    if (found == package.entries.end()) return 0;
    if (zip_stat_index(package.archive.get(), found->second, 0, &stat) != 0) return 0;
    return (stat.valid & ZIP_STAT_SIZE) ? stat.size : 0;
}

std::optional<PartReader> open_part(Package& package, std::string_view name) {
    const auto found = package.entries.find(part_key(name));
    if (found == package.entries.end()) return std::nullopt;
    PartReader part;
    part.package = &package;
    part.name = name;
    if (zip_stat_index(package.archive.get(), found->second, 0, &part.stat) != 0) {
        throw_damaged(part.name, zip_strerror(package.archive.get()));
    }
    check_not_encrypted(part.stat);
    part.packed = (part.stat.valid & ZIP_STAT_COMP_SIZE) ? part.stat.comp_size : 0;
    const bool deflated = (part.stat.valid & ZIP_STAT_COMP_METHOD) && part.stat.comp_method == ZIP_CM_DEFLATE;
    if (deflated) part.inflater = std::make_unique<Inflater>();
    part.file.reset(
        zip_fopen_index(package.archive.get(), found->second, deflated ? ZIP_FL_COMPRESSED : zip_flags_t{0}));
    if (!part.file) throw_damaged(part.name, zip_strerror(package.archive.get()));
    return part;
}

std::size_t read_some(PartReader& part, char* buffer, std::size_t size) {
    const std::size_t count = part.inflater ? inflate_some(part, buffer, size) : read_stored(part, buffer, size);
    part.inflated += count;
    part.package->inflated += count;
    check_limits(part);
    return count;
}

void throw_damaged(const std::string& part, const std::string& reason) {
    throw input_error("part.damaged",
                      tell(fmt::format("ブックの中の「{}」が壊れていて読めません（{}）。", part, reason),
                           fmt::format("The part \"{}\" of the workbook is damaged ({}).", part, reason)),
                      tell("Excelで開いて保存し直したファイルを使ってください。",
                           "Open the file in Excel, save it again and use that file."));
}

void throw_too_large(const std::string& japanese, const std::string& english) {
    throw input_error("input.too-large", tell(japanese, english),
                      tell("不要なシートや書式を消して、小さくしたファイルを使ってください。",
                           "Remove sheets and formats that are not needed and use the smaller file."));
}

}  // namespace torimatome::parsers::xlsx
