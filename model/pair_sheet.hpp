// The words of the list of pairs (対応表), which is written, edited by a person and read again.
#pragma once

namespace torimatome::pair_sheet {

inline constexpr const char* kSheet = "対応表";
inline constexpr const char* kOldYear = "旧年度";
inline constexpr const char* kOldRecord = "旧";
inline constexpr const char* kNewYear = "新年度";
inline constexpr const char* kNewRecord = "新";
inline constexpr const char* kDecision = "判定";
inline constexpr const char* kProposal = "自動の組";
inline constexpr const char* kKind = "種類";
inline constexpr const char* kScore = "一致度";
inline constexpr const char* kOldText = "旧の取組";
inline constexpr const char* kNewText = "新の取組";

inline constexpr const char* kAutomatic = "自動";
inline constexpr const char* kPin = "固定";
inline constexpr const char* kForbid = "禁止";

/// Between the records of 自動の組: 「1-①-ア-1 → 1-①-ア-2」.
inline constexpr const char* kArrow = " → ";

}  // namespace torimatome::pair_sheet
