#include "writers/workbook/very_hidden.hpp"

#include <zip.h>

#include <memory>
#include <string>
#include <string_view>

#include "model/finding.hpp"

namespace torimatome::writers {

namespace {

constexpr const char* kPart = "xl/workbook.xml";

[[noreturn]] void fail(const std::string& reason) {
    Finding finding;
    finding.code = "output.failed";
    finding.severity = Severity::error;
    finding.message = reason;
    throw Error(std::move(finding));
}

std::string read_part(zip_t* archive, zip_uint64_t index) {
    zip_stat_t stat;
    if (zip_stat_index(archive, index, 0, &stat) != 0 || (stat.valid & ZIP_STAT_SIZE) == 0) fail(zip_strerror(archive));
    std::string text(stat.size, '\0');
    const std::unique_ptr<zip_file_t, int (*)(zip_file_t*)> part(zip_fopen_index(archive, index, 0), zip_fclose);
    if (!part || zip_fread(part.get(), text.data(), text.size()) != static_cast<zip_int64_t>(text.size())) {
        fail(zip_strerror(archive));
    }
    return text;
}

std::string with_very_hidden(std::string xml) {
    constexpr std::string_view kHidden = "state=\"hidden\"";
    constexpr std::string_view kVeryHidden = "state=\"veryHidden\"";
    for (std::size_t at = xml.find(kHidden); at != std::string::npos; at = xml.find(kHidden, at + kVeryHidden.size())) {
        xml.replace(at, kHidden.size(), kVeryHidden);
    }
    return xml;
}

}  // namespace

void make_hidden_sheets_very_hidden(const std::filesystem::path& file) {
    constexpr zip_uint16_t kFirstDosDay = 33;  // 1980-01-01, which the library gives to all its parts
    int code = 0;
    std::unique_ptr<zip_t, void (*)(zip_t*)> archive(zip_open(file.c_str(), 0, &code), zip_discard);
    if (!archive) fail("zip_open: " + std::to_string(code));
    const zip_int64_t found = zip_name_locate(archive.get(), kPart, 0);
    if (found < 0) fail(zip_strerror(archive.get()));
    const auto index = static_cast<zip_uint64_t>(found);
    const std::string xml = with_very_hidden(read_part(archive.get(), index));
    zip_source_t* source = zip_source_buffer(archive.get(), xml.data(), xml.size(), 0);
    if (!source) fail(zip_strerror(archive.get()));
    if (zip_file_replace(archive.get(), index, source, 0) != 0) {
        zip_source_free(source);
        fail(zip_strerror(archive.get()));
    }
    if (zip_file_set_dostime(archive.get(), index, 0, kFirstDosDay, 0) != 0) fail(zip_strerror(archive.get()));
    if (zip_close(archive.get()) != 0) fail(zip_strerror(archive.get()));
    // zip_close has freed it.
    (void)archive.release();
}

}  // namespace torimatome::writers
