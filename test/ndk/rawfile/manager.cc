#include "manager.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <sstream>
#include <utility>

namespace {

// Under this name a resource manager of the kits holds the folders of its raw files, one a line.
constexpr char kFoldersName[] = "arkhost.rawfile";

// The text under the name; "" when there is none.
std::string FoldersOf(napi_env env, napi_value manager) {
  napi_valuetype type = napi_undefined;
  napi_value value = nullptr;
  if (napi_typeof(env, manager, &type) != napi_ok || type != napi_object) return "";
  if (napi_get_named_property(env, manager, kFoldersName, &value) != napi_ok) return "";
  size_t length = 0;
  if (napi_get_value_string_utf8(env, value, nullptr, 0, &length) != napi_ok) return "";
  std::string folders(length, '\0');
  napi_get_value_string_utf8(env, value, folders.data(), length + 1, &length);
  return folders;
}

// The path of a name below `resources/rawfile`; "" for one that does not exist or leads out of it.
std::string PathOf(const NativeResourceManager* manager, const char* name) {
  if ((std::string("/") + name + "/").find("/../") != std::string::npos) return "";
  for (const std::string& folder : manager->folders) {
    std::string path = folder + "/" + name;
    if (access(path.c_str(), F_OK) == 0) return path;
  }
  return "";
}

bool StatusOf(const std::string& path, struct stat* out) {
  return !path.empty() && stat(path.c_str(), out) == 0;
}

}  // namespace

bool rawfile::Open(const NativeResourceManager* manager, const char* name, RawFile64* out) {
  if (manager == nullptr || name == nullptr || *name == '\0') return false;
  const std::string path = PathOf(manager, name);
  struct stat status;
  if (!StatusOf(path, &status) || !S_ISREG(status.st_mode)) return false;
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return false;
  *out = {.fd = fd, .size = status.st_size, .offset = 0};
  return true;
}

NativeResourceManager* OH_ResourceManager_InitNativeResourceManager(napi_env env, napi_value jsResMgr) {
  if (env == nullptr || jsResMgr == nullptr) return nullptr;
  std::istringstream lines(FoldersOf(env, jsResMgr));
  auto manager = std::make_unique<NativeResourceManager>();
  for (std::string folder; std::getline(lines, folder);) manager->folders.push_back(std::move(folder));
  return manager->folders.empty() ? nullptr : manager.release();
}

void OH_ResourceManager_ReleaseNativeResourceManager(NativeResourceManager* resMgr) {
  delete resMgr;
}

RawDir* OH_ResourceManager_OpenRawDir(const NativeResourceManager* mgr, const char* dirName) {
  if (mgr == nullptr || dirName == nullptr) return nullptr;
  const std::string path = PathOf(mgr, dirName);
  DIR* folder = path.empty() ? nullptr : opendir(path.c_str());
  if (folder == nullptr) return nullptr;
  auto found = std::make_unique<RawDir>();
  while (const dirent* entry = readdir(folder)) {
    if (std::strcmp(entry->d_name, ".") != 0 && std::strcmp(entry->d_name, "..") != 0) {
      found->names.emplace_back(entry->d_name);
    }
  }
  closedir(folder);
  std::sort(found->names.begin(), found->names.end());
  return found.release();
}

RawFile* OH_ResourceManager_OpenRawFile(const NativeResourceManager* mgr, const char* fileName) {
  RawFile64 file;
  return rawfile::Open(mgr, fileName, &file) ? new RawFile{file} : nullptr;
}

RawFile64* OH_ResourceManager_OpenRawFile64(const NativeResourceManager* mgr, const char* fileName) {
  RawFile64 file;
  return rawfile::Open(mgr, fileName, &file) ? new RawFile64(file) : nullptr;
}

bool OH_ResourceManager_IsRawDir(const NativeResourceManager* mgr, const char* path) {
  struct stat status;
  return mgr != nullptr && path != nullptr && StatusOf(PathOf(mgr, path), &status) && S_ISDIR(status.st_mode);
}

const char* OH_ResourceManager_GetRawFileName(RawDir* rawDir, int index) {
  if (rawDir == nullptr || index < 0 || static_cast<size_t>(index) >= rawDir->names.size()) return nullptr;
  return rawDir->names[static_cast<size_t>(index)].c_str();
}

int OH_ResourceManager_GetRawFileCount(RawDir* rawDir) {
  return rawDir == nullptr ? 0 : static_cast<int>(rawDir->names.size());
}

void OH_ResourceManager_CloseRawDir(RawDir* rawDir) {
  delete rawDir;
}
