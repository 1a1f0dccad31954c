#include "loopback.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <strings.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>

namespace jsvm {

namespace {

constexpr int kBacklog = 16;
constexpr int kFlags = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;

// An address with room for either family.
struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;

  sockaddr* get() { return reinterpret_cast<sockaddr*>(&storage); }
  sockaddr_in& v4() { return reinterpret_cast<sockaddr_in&>(storage); }
  sockaddr_in6& v6() { return reinterpret_cast<sockaddr_in6&>(storage); }
};

bool IsLocalhost(std::string_view name) {
  constexpr std::string_view kName = "localhost";
  return name.size() == kName.size() && strncasecmp(name.data(), kName.data(), kName.size()) == 0;
}

bool ReadV4(const std::string& text, in_addr* address) {
  return inet_pton(AF_INET, text.c_str(), address) == 1;
}

bool ReadV6(const std::string& text, in6_addr* address) {
  return inet_pton(AF_INET6, text.c_str(), address) == 1;
}

bool IsLoopback(const in_addr& address) {
  return ntohl(address.s_addr) >> 24 == IN_LOOPBACKNET;
}

std::string_view WithoutBrackets(std::string_view host) {
  bool bracketed = host.size() > 2 && host.front() == '[' && host.back() == ']';
  return bracketed ? host.substr(1, host.size() - 2) : host;
}

// The loopback address that `host` stands for. False when it stands for another one.
bool ResolveLoopback(std::string_view host, uint16_t port, Address* address) {
  std::string text(IsLocalhost(host) ? "127.0.0.1" : WithoutBrackets(host));
  in_addr v4{};
  in6_addr v6{};
  if (ReadV4(text, &v4) && (IsLoopback(v4) || v4.s_addr == htonl(INADDR_ANY))) {
    address->v4().sin_family = AF_INET;
    address->v4().sin_port = htons(port);
    address->v4().sin_addr.s_addr = IsLoopback(v4) ? v4.s_addr : htonl(INADDR_LOOPBACK);
    address->size = sizeof(sockaddr_in);
    return true;
  }
  if (ReadV6(text, &v6) && (IN6_IS_ADDR_LOOPBACK(&v6) || IN6_IS_ADDR_UNSPECIFIED(&v6))) {
    address->v6().sin6_family = AF_INET6;
    address->v6().sin6_port = htons(port);
    address->v6().sin6_addr = in6addr_loopback;
    address->size = sizeof(sockaddr_in6);
    return true;
  }
  return false;
}

std::string Authority(Address& address) {
  char text[INET6_ADDRSTRLEN] = "";
  if (address.storage.ss_family == AF_INET6) {
    inet_ntop(AF_INET6, &address.v6().sin6_addr, text, sizeof(text));
    return "[" + std::string(text) + "]:" + std::to_string(ntohs(address.v6().sin6_port));
  }
  inet_ntop(AF_INET, &address.v4().sin_addr, text, sizeof(text));
  return std::string(text) + ":" + std::to_string(ntohs(address.v4().sin_port));
}

// Removes ":port" from the end. False when what follows the colon is no port.
bool RemovePort(std::string_view* host) {
  size_t colon = host->rfind(':');
  size_t bracket = host->rfind(']');
  if (colon == std::string_view::npos || (bracket != std::string_view::npos && bracket > colon)) return true;
  std::string_view port = host->substr(colon + 1);
  bool digits = std::all_of(port.begin(), port.end(), [](char c) { return c >= '0' && c <= '9'; });
  if (port.empty() || port.size() > 5 || !digits) return false;
  *host = host->substr(0, colon);
  return true;
}

}  // namespace

Descriptor::~Descriptor() {
  if (fd_ >= 0) close(fd_);
}

bool IsLoopbackAuthority(std::string_view host) {
  if (!RemovePort(&host)) return false;
  if (IsLocalhost(host)) return true;
  in_addr v4{};
  in6_addr v6{};
  if (!host.empty() && host.front() == '[') {
    return ReadV6(std::string(WithoutBrackets(host)), &v6) && IN6_IS_ADDR_LOOPBACK(&v6);
  }
  return ReadV4(std::string(host), &v4) && IsLoopback(v4);
}

Descriptor ListenOnLoopback(std::string_view host, uint16_t port, std::string* authority) {
  Address address;
  if (!ResolveLoopback(host, port, &address)) return {};
  Descriptor socket(::socket(address.storage.ss_family, kFlags, 0));
  if (!socket) return {};
  // A port of a connection that was closed a moment ago is free; one that somebody listens on is not.
  const int on = 1;
  setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof(on));
  if (bind(socket.get(), address.get(), address.size) != 0 || listen(socket.get(), kBacklog) != 0) return {};
  if (getsockname(socket.get(), address.get(), &address.size) != 0) return {};
  *authority = Authority(address);
  return socket;
}

Descriptor ListenOnLocalName(std::string_view name) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  // The first byte of an abstract name is 0, and its length tells where it ends.
  if (name.size() > sizeof(address.sun_path) - 1) return {};
  name.copy(address.sun_path + 1, name.size());
  auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  Descriptor socket(::socket(AF_UNIX, kFlags, 0));
  if (!socket || bind(socket.get(), reinterpret_cast<sockaddr*>(&address), size) != 0) return {};
  if (listen(socket.get(), kBacklog) != 0) return {};
  return socket;
}

}  // namespace jsvm
