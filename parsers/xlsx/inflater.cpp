#include "parsers/xlsx/inflater.hpp"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

#include <algorithm>

namespace torimatome::parsers::xlsx {

namespace {

constexpr std::size_t kPackedBytes = 1 << 16;
constexpr std::size_t kLargestRead = 1 << 30;  // the library counts in 32 bits

}  // namespace

void Inflater::Deleter::operator()(inflate_state* state) const { delete state; }

Inflater::Inflater() : state_(new inflate_state), packed_(new char[kPackedBytes]) {
    isal_inflate_init(state_.get());
    state_->crc_flag = ISAL_DEFLATE;
}

std::optional<std::size_t> Inflater::read(char* buffer, std::size_t size, const ReadPacked& read_packed) {
    state_->next_out = reinterpret_cast<std::uint8_t*>(buffer);
    state_->avail_out = static_cast<std::uint32_t>(std::min(size, kLargestRead));
    const std::uint32_t wanted = state_->avail_out;
    while (state_->avail_out > 0 && state_->block_state != ISAL_BLOCK_FINISH) {
        bool packed_end = false;
        if (state_->avail_in == 0) {
            const std::size_t got = read_packed(packed_.get(), kPackedBytes);
            state_->next_in = reinterpret_cast<std::uint8_t*>(packed_.get());
            state_->avail_in = static_cast<std::uint32_t>(got);
            packed_end = got == 0;
        }
        const std::uint32_t before = state_->avail_out;
        if (isal_inflate(state_.get()) != ISAL_DECOMP_OK) return std::nullopt;
        const bool stuck = packed_end && state_->avail_out == before;
        if (stuck && state_->block_state != ISAL_BLOCK_FINISH) return std::nullopt;
    }
    const std::size_t given = wanted - state_->avail_out;
    checksum_ = crc32_gzip_refl(checksum_, reinterpret_cast<const std::uint8_t*>(buffer), given);
    return given;
}

}  // namespace torimatome::parsers::xlsx
