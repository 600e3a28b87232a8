// What the program and its worker processes say to each other: packets over a SOCK_SEQPACKET socket pair, which keeps
// the borders between packets, so that no length has to be sent along.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

namespace torimatome::pipeline {

enum class PacketKind : char {
    piece = 'p',          ///< a piece of a job's payload or of its answer
    file = 'f',           ///< what follows the pieces so far stands in a file, whose descriptor comes along
    end = 'e',            ///< the payload or the answer is complete
    error = 'r',          ///< the job threw Error; the data is its finding (pack_finding)
    exception = 'x',      ///< the job threw; the data is what() of the exception
    out_of_memory = 'm',  ///< the job threw std::bad_alloc, and the worker ends
};

/// Bytes of data that one packet holds at most. Small enough for the default socket buffer to hold several.
inline constexpr std::size_t kPacketData = (1U << 16) - 1;

/// One packet and the memory for it; `data` stays valid until the next receive.
struct Packet {
    PacketKind kind = PacketKind::end;
    std::string_view data;
    int file = -1;  ///< with PacketKind::file: open, and the receiver's to close; -1 where it did not come through
    std::array<char, kPacketData + 1> bytes;
};

/// Sends one packet, waiting for room. False where the other side is gone.
bool send_packet(int socket, PacketKind kind, std::string_view data = {});

/// Sends a file's descriptor, which stays the sender's own too. False where the other side is gone.
bool send_file(int socket, int file);

/// Sends `text` as pieces and an end. False where the other side is gone.
bool send_text(int socket, std::string_view text);

enum class Received { packet, nothing, closed };

/// Receives one packet; `nothing` only where `wait` is false.
Received receive_packet(int socket, Packet& packet, bool wait);

}  // namespace torimatome::pipeline
