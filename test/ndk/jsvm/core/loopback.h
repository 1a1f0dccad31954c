// Sockets that only this computer reaches.
#ifndef ARKHOST_JSVM_CORE_LOOPBACK_H_
#define ARKHOST_JSVM_CORE_LOOPBACK_H_

#include <string_view>

#include "v8_headers.h"

namespace jsvm {

// Owns a file descriptor.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int fd) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(fd_, other.fd_);
    return *this;
  }
  ~Descriptor();

  int get() const { return fd_; }
  explicit operator bool() const { return fd_ >= 0; }

 private:
  int fd_ = -1;
};

// True for the Host field of a request that was meant for this computer: "localhost" or a loopback address, with or
// without a port. A page of another site that had its name point to 127.0.0.1 sends its own name.
bool IsLoopbackAuthority(std::string_view host);

// A TCP socket that listens on a loopback address. `host` is "localhost", an address of the loopback interface, or one
// that means all interfaces, of which the loopback one is taken. Port 0 picks one; `*authority` is where it listens,
// "127.0.0.1:9229". Empty when the host is another one or the port is taken.
Descriptor ListenOnLoopback(std::string_view host, uint16_t port, std::string* authority);

// A local socket with a name that is no file ("abstract"), listening.
Descriptor ListenOnLocalName(std::string_view name);

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_LOOPBACK_H_
