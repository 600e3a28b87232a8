#include "pipeline/packet.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>

namespace torimatome::pipeline {

bool send_packet(int socket, PacketKind kind, std::string_view data) {
    char kind_byte = static_cast<char>(kind);
    std::array<iovec, 2> parts{{{&kind_byte, 1}, {const_cast<char*>(data.data()), data.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    for (;;) {
        // MSG_NOSIGNAL: a worker that is gone must not end the program by SIGPIPE.
        if (sendmsg(socket, &message, MSG_NOSIGNAL) >= 0) return true;
        if (errno != EINTR) return false;
    }
}

bool send_text(int socket, std::string_view text) {
    for (; !text.empty(); text.remove_prefix(std::min(text.size(), kPacketData))) {
        if (!send_packet(socket, PacketKind::piece, text.substr(0, kPacketData))) return false;
    }
    return send_packet(socket, PacketKind::end);
}

Received receive_packet(int socket, Packet& packet, bool wait) {
    for (;;) {
        const ssize_t got = recv(socket, packet.bytes.data(), packet.bytes.size(), wait ? 0 : MSG_DONTWAIT);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Received::nothing;
        if (got <= 0) return Received::closed;
        packet.kind = static_cast<PacketKind>(packet.bytes[0]);
        packet.data = std::string_view(packet.bytes.data() + 1, static_cast<std::size_t>(got) - 1);
        return Received::packet;
    }
}

}  // namespace torimatome::pipeline
