// The standard encryption of PDFs in its oldest form (RC4, 40 bits; PDF 1.7, 7.6), for PDFs that tests make.
#pragma once

#include <string>

namespace torimatome::tests {

struct PdfPasswords {
    std::string user;   ///< asked for on opening; empty where the file opens without
    std::string owner;  ///< lifts the ban on printing and copying
};

struct PdfEncryption {
    std::string key;
    std::string dictionary;  ///< the object that the trailer's /Encrypt names
    std::string id;          ///< the trailer's /ID

    /// `object` (its strings in parentheses, its stream) as object `number` stands in the file.
    std::string encrypted(const std::string& object, std::size_t number) const;
};

PdfEncryption make_encryption(const PdfPasswords& passwords);

}  // namespace torimatome::tests
