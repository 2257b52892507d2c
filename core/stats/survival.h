// How long until something happens, seen in cases of which some have not met it yet.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace regulars {

/// One case: watched from after `entry` up to and including `time`, at which the event came or the
/// watching ended. The default entry is from the very beginning.
struct WatchedCase {
  double time = 0;
  bool happened = false;
  double entry = -std::numeric_limits<double>::infinity();
};

/// One moment at which something happened: how many were being watched, and to how many it did.
struct RiskSet {
  double time = 0;
  std::int64_t at_risk = 0;
  std::int64_t events = 0;
};

/// The moments of the cases at which something happened, ascending.
std::vector<RiskSet> risk_sets(std::span<const WatchedCase> cases);

/// One step of a survival curve: from `time` on, this share is still without the event.
struct SurvivalStep {
  double time = 0;
  std::int64_t at_risk = 0;
  std::int64_t events = 0;
  double share = 1;
  double low = 1;  // of the band
  double high = 1;
};

/// The curve of Kaplan and Meier (1958), JASA 53(282), with pointwise bands on the scale of
/// log(-log(share)), which stay within 0 and 1 (Kalbfleisch and Prentice 1980, 1.4). Where the
/// share is 0 the band is from 0 to where it was before. `sets` ascend.
std::vector<SurvivalStep> kaplan_meier(std::span<const RiskSet> sets, double confidence = 0.95);

/// The first time at which the share is at most `share`; nothing where it never is.
std::optional<double> time_of_share(std::span<const SurvivalStep> curve, double share);

/// One group of a comparison: its risk sets at the moments of all groups together.
struct GroupRisk {
  std::vector<std::int64_t> at_risk;
  std::vector<std::int64_t> events;
};

/// The risk sets of groups at the moments at which something happened in any of them.
std::vector<GroupRisk> group_risks(std::span<const std::vector<WatchedCase>> groups);

/// How much the moments of a comparison weigh.
enum class LogRankWeight {
  equal,         // the log-rank test: Mantel (1966), Cancer Chemotherapy Reports 50(3)
  at_risk,       // Gehan (1965), Biometrika 52: generalized Wilcoxon
  root_at_risk,  // Tarone and Ware (1977), Biometrika 64(1)
  survival       // Peto and Peto (1972), JRSS A 135(2): by a curve of all groups
};

/// Whether groups differ; `p` is the chance of so large a difference among groups that do not.
struct LogRank {
  double chi_squared = 0;
  int degrees = 0;
  double p = 1;
};

/// Compares the curves of groups, given at the same moments. Nothing with fewer than two groups
/// that were watched while something happened.
std::optional<LogRank> log_rank(std::span<const GroupRisk> groups,
                                LogRankWeight weight = LogRankWeight::equal);

}  // namespace regulars
