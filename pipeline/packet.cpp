#include "pipeline/packet.hpp"

#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace torimatome::pipeline {

namespace {

union FileControl {
    cmsghdr header;  // aligns the bytes
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

bool send_message(int socket, const msghdr& message) {
    for (;;) {
        // MSG_NOSIGNAL: a worker that is gone must not end the program by SIGPIPE.
        if (sendmsg(socket, &message, MSG_NOSIGNAL) >= 0) return true;
        if (errno != EINTR) return false;
    }
}

int file_of(msghdr& message) {
    const cmsghdr* header = CMSG_FIRSTHDR(&message);
    if (!header || header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS) return -1;
    int file = -1;
    std::memcpy(&file, CMSG_DATA(header), sizeof file);
    return file;
}

}  // namespace

bool send_packet(int socket, PacketKind kind, std::string_view data) {
    char kind_byte = static_cast<char>(kind);
    std::array<iovec, 2> parts{{{&kind_byte, 1}, {const_cast<char*>(data.data()), data.size()}}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    return send_message(socket, message);
}

bool send_file(int socket, int file) {
    char kind_byte = static_cast<char>(PacketKind::file);
    iovec part{&kind_byte, 1};
    FileControl control{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    cmsghdr* header = CMSG_FIRSTHDR(&message);
    header->cmsg_level = SOL_SOCKET;
    header->cmsg_type = SCM_RIGHTS;
    header->cmsg_len = CMSG_LEN(sizeof file);
    std::memcpy(CMSG_DATA(header), &file, sizeof file);
    return send_message(socket, message);
}

bool send_text(int socket, std::string_view text) {
    for (; !text.empty(); text.remove_prefix(std::min(text.size(), kPacketData))) {
        if (!send_packet(socket, PacketKind::piece, text.substr(0, kPacketData))) return false;
    }
    return send_packet(socket, PacketKind::end);
}

Received receive_packet(int socket, Packet& packet, bool wait) {
    iovec part{packet.bytes.data(), packet.bytes.size()};
    for (;;) {
        FileControl control{};
        msghdr message{};
        message.msg_iov = &part;
        message.msg_iovlen = 1;
        message.msg_control = control.bytes.data();
        message.msg_controllen = control.bytes.size();
        const ssize_t got = recvmsg(socket, &message, MSG_CMSG_CLOEXEC | (wait ? 0 : MSG_DONTWAIT));
        if (got < 0 && errno == EINTR) continue;
        if (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)) return Received::nothing;
        if (got <= 0) return Received::closed;
        packet.file = file_of(message);
        packet.kind = static_cast<PacketKind>(packet.bytes[0]);
        packet.data = std::string_view(packet.bytes.data() + 1, static_cast<std::size_t>(got) - 1);
        return Received::packet;
    }
}

}  // namespace torimatome::pipeline
