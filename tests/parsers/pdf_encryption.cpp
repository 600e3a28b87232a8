#include "tests/parsers/pdf_encryption.hpp"

#include <fmt/format.h>
#include <openssl/evp.h>

#include <array>
#include <numeric>
#include <stdexcept>
#include <string_view>
#include <utility>

namespace torimatome::tests {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t kKeyBytes = 5;

std::string md5(const std::string& bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned length = 0;
    if (EVP_Digest(bytes.data(), bytes.size(), digest.data(), &length, EVP_md5(), nullptr) != 1) {
        throw std::runtime_error("MD5 is not available");
    }
    return {reinterpret_cast<const char*>(digest.data()), length};
}

std::string rc4(const std::string& key, std::string_view bytes) {
    std::array<unsigned char, 256> state{};
    std::iota(state.begin(), state.end(), static_cast<unsigned char>(0));
    for (std::size_t i = 0, j = 0; i < state.size(); ++i) {
        j = (j + state[i] + static_cast<unsigned char>(key[i % key.size()])) % state.size();
        std::swap(state[i], state[j]);
    }
    std::string result;
    std::size_t i = 0;
    std::size_t j = 0;
    for (const char byte : bytes) {
        i = (i + 1) % state.size();
        j = (j + state[i]) % state.size();
        std::swap(state[i], state[j]);
        const auto mask = state[static_cast<std::size_t>(state[i] + state[j]) % state.size()];
        result.push_back(static_cast<char>(static_cast<unsigned char>(byte) ^ mask));
    }
    return result;
}

std::string padded(const std::string& password) {
    constexpr std::string_view kPadding =
        "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9"
        "\xFE\x64\x53\x69\x7A"sv;
    return (password + std::string(kPadding)).substr(0, kPadding.size());
}

std::string hex(std::string_view bytes) {
    std::string result = "<";
    for (const char c : bytes) result += fmt::format("{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
    return result + ">";
}

}  // namespace

std::string PdfEncryption::encrypted(const std::string& object, std::size_t number) const {
    std::string salt = key;
    for (const std::size_t part : {number, number >> 8, number >> 16}) salt.push_back(static_cast<char>(part & 0xFF));
    salt += "\0\0"sv;
    const std::string object_key = md5(salt).substr(0, kKeyBytes + 5);
    constexpr std::string_view kStart = "stream\n";
    constexpr std::string_view kEnd = "endstream";
    const std::size_t stream = object.find(kStart);
    std::string result;
    for (std::size_t at = 0; at < std::min(stream, object.size());) {
        const std::size_t close = object[at] == '(' ? object.find(')', at) : std::string::npos;
        if (close == std::string::npos) {
            result.push_back(object[at++]);
            continue;
        }
        result += hex(rc4(object_key, std::string_view(object).substr(at + 1, close - at - 1)));
        at = close + 1;
    }
    if (stream == std::string::npos) return result;
    const std::size_t begin = stream + kStart.size();
    const std::string_view content = std::string_view(object).substr(begin, object.rfind(kEnd) - begin);
    return result.append(kStart).append(rc4(object_key, content)).append(kEnd);
}

PdfEncryption make_encryption(const PdfPasswords& passwords) {
    constexpr std::string_view kAllowed = "\xC0\xFF\xFF\xFF"sv;  // nothing but looking: -64
    PdfEncryption result;
    result.id = "torimatome-tests";
    const std::string owner = rc4(md5(padded(passwords.owner)).substr(0, kKeyBytes), padded(passwords.user));
    result.key = md5(padded(passwords.user) + owner + std::string(kAllowed) + result.id).substr(0, kKeyBytes);
    result.dictionary =
        fmt::format("<</Filter/Standard/V 1/R 2/O{}/U{}/P -64>>", hex(owner), hex(rc4(result.key, padded(""))));
    return result;
}

}  // namespace torimatome::tests
