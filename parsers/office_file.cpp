#include "parsers/office_file.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <system_error>

#include "parsers/child_process.hpp"
#include "parsers/compound_file.hpp"

namespace torimatome::parsers {

namespace {

constexpr int kSeconds = 90;

bool is_zip_of(std::string_view bytes, std::string_view part) {
    return bytes.starts_with("PK\x03\x04") && bytes.find(part) != std::string_view::npos;
}

// OpenDocument files name their type, unpacked, in the first entry.
std::string_view open_document_type(std::string_view bytes) {
    constexpr std::string_view kStart = "mimetypeapplication/vnd.oasis.opendocument.";
    constexpr std::size_t kHeader = 30;  // of a zip entry
    if (bytes.size() < kHeader + kStart.size() || !bytes.starts_with("PK\x03\x04")) return {};
    const std::string_view entry = bytes.substr(kHeader, 100);
    return entry.starts_with(kStart) ? entry.substr(kStart.size()) : std::string_view{};
}

// A folder of its own that goes with everything in it.
struct PrivateFolder {
    std::filesystem::path path;
    PrivateFolder() {
        std::string name = (std::filesystem::temp_directory_path() / "torimatome-office-XXXXXX").string();
        if (mkdtemp(name.data())) path = name;
    }
    ~PrivateFolder() {
        std::error_code error;
        if (!path.empty()) std::filesystem::remove_all(path, error);
    }
    PrivateFolder(const PrivateFolder&) = delete;
    PrivateFolder& operator=(const PrivateFolder&) = delete;
};

}  // namespace

std::optional<OfficeConversion> conversion_for(std::string_view bytes) {
    switch (compound_kind(bytes)) {
        case CompoundKind::spreadsheet: return OfficeConversion{"MS Excel 97", "xlsx"};
        case CompoundKind::text: return OfficeConversion{"MS Word 97", "pdf"};
        default: break;
    }
    const std::string_view type = open_document_type(bytes);
    if (type.starts_with("spreadsheet")) return OfficeConversion{"calc8", "xlsx"};
    if (type.starts_with("text")) return OfficeConversion{"writer8", "pdf"};
    const bool word = is_zip_of(bytes, "word/document.xml") && !is_zip_of(bytes, "xl/workbook");
    return word ? std::optional(OfficeConversion{"MS Word 2007 XML", "pdf"}) : std::nullopt;
}

bool has_office() { return !find_program("soffice").empty(); }

std::optional<std::string> convert_office_file(std::string_view bytes, const OfficeConversion& conversion) {
    const std::string program = find_program("soffice");
    if (program.empty()) return std::nullopt;
    const PrivateFolder folder;
    if (folder.path.empty()) return std::nullopt;
    const std::filesystem::path input = folder.path / "input";
    {
        std::ofstream file(input, std::ios::binary);
        file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
        if (!file.flush()) return std::nullopt;
    }
    const std::string profile = "-env:UserInstallation=file://" + (folder.path / "profile").string();
    const bool done =
        run_program({program, profile, "--headless", "--norestore", "--infilter=" + conversion.filter, "--convert-to",
                     conversion.format, "--outdir", (folder.path / "out").string(), input.string()},
                    kSeconds);
    std::ifstream result(folder.path / "out" / ("input." + conversion.format), std::ios::binary);
    if (!done || !result) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(result), {});
}

}  // namespace torimatome::parsers
