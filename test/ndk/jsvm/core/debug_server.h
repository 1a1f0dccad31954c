// The server that a debugger's clients talk to: HTTP for finding the target, a WebSocket for each session. It runs on a
// thread of its own, so that clients are heard while JS runs.
#ifndef ARKHOST_JSVM_CORE_DEBUG_SERVER_H_
#define ARKHOST_JSVM_CORE_DEBUG_SERVER_H_

#include <map>
#include <thread>

#include "debug_connection.h"
#include "loopback.h"

namespace jsvm {

class DebugServer {
 public:
  // What the server tells of its clients, on its own thread. Clients are numbered.
  class Listener {
   public:
    virtual ~Listener() = default;
    virtual void Opened(int client) = 0;
    virtual void Received(int client, std::string message) = 0;
    virtual void Closed(int client) = 0;
    // True when so much waits to be looked at that nothing more should be read.
    virtual bool IsFull() = 0;
  };

  // Serves on the sockets, which listen already. Null when the process has no file descriptor left.
  static std::unique_ptr<DebugServer> Start(std::vector<Descriptor> sockets, DebugTarget target, Listener* listener);
  // Closes all connections, giving clients a moment to take the last messages, and ends the thread.
  ~DebugServer();

  // Sends a message; a client that is gone does not get it. Any thread.
  void Send(int client, std::string message);
  // Takes no new connections from now on. Any thread.
  void StopListening();

 private:
  DebugServer(std::vector<Descriptor> sockets, DebugTarget target, Listener* listener);

  struct Commands {
    std::vector<std::pair<int, std::string>> messages;
    bool stop_listening = false;
    bool stop = false;
  };

  void Command(const std::function<void(Commands*)>& change);
  void Run();
  void Obey();
  bool Poll();
  void Accept(int socket);
  void Serve(int client, DebugConnection* connection, short events);
  void DropFinished();

  std::vector<Descriptor> sockets_;
  const DebugTarget target_;
  Listener* const listener_;
  Descriptor wake_;

  std::mutex mutex_;
  Commands commands_;

  // Of the thread.
  std::map<int, DebugConnection> connections_;
  int next_client_ = 1;
  bool stopping_ = false;
  bool out_of_descriptors_ = false;
  std::thread thread_;
};

}  // namespace jsvm

#endif  // ARKHOST_JSVM_CORE_DEBUG_SERVER_H_
