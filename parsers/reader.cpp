#include "parsers/reader.hpp"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

#include "parsers/csv/csv_reader.hpp"
#include "parsers/extracted_text/extracted_text_reader.hpp"
#include "parsers/pdf/pdf_reader.hpp"
#include "parsers/unreadable_kinds.hpp"
#include "parsers/xlsx/xlsx_reader.hpp"

namespace torimatome::parsers {

namespace {

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

bool is_anything(std::string_view) { return true; }

// One line a kind of container: how its first bytes look, and who reads it. The first line that fits is taken.
struct Reader {
    bool (*fits)(std::string_view bytes);
    TableSet (*read)(const Input& input, const ReadOptions& options);
};
constexpr std::array<Reader, 4> kReaders{{
    {is_zip, read_xlsx},
    {is_pdf, read_pdf},
    {is_csv, read_csv},
    {is_anything, read_extracted_text},
}};

}  // namespace

TableSet read_tables(const Input& input, const ReadOptions& options) {
    refuse_unreadable_kinds(input);
    for (const Reader& reader : kReaders) {
        if (reader.fits(input.bytes)) return reader.read(input, options);
    }
    return {};
}

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_sha256(), nullptr) != 1) {
        throw std::runtime_error("SHA-256 is not available");
    }
    constexpr std::string_view kHex = "0123456789abcdef";
    std::string text;
    for (unsigned i = 0; i < length; ++i) {
        text.push_back(kHex[digest[i] >> 4]);
        text.push_back(kHex[digest[i] & 15]);
    }
    return text;
}

}  // namespace torimatome::parsers
