#include "pipeline/comparison/timelines.hpp"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

namespace torimatome::pipeline {

namespace {

using Node = std::pair<std::size_t, std::string>;  ///< document and record

/// Measures under construction; joined ones are emptied.
class Threads {
  public:
    explicit Threads(std::size_t documents) : documents_(documents) {}

    std::size_t start(const Node& node) {
        const auto [entry, is_new] = of_node_.emplace(node, threads_.size());
        if (is_new) {
            threads_.emplace_back().records.resize(documents_);
            threads_.back().records[node.first].push_back(node.second);
        }
        return entry->second;
    }

    void connect(const Node& older, const Node& newer) {
        const std::size_t into = start(older);
        const std::size_t from = start(newer);
        if (into == from) return;
        for (std::size_t document = 0; document < documents_; ++document) {
            for (std::string& record : threads_[from].records[document]) {
                of_node_[{document, record}] = into;
                threads_[into].records[document].push_back(std::move(record));
            }
            threads_[from].records[document].clear();
        }
    }

    std::size_t of(const Node& node) const { return of_node_.at(node); }
    Timeline& at(std::size_t thread) { return threads_[thread]; }

  private:
    std::size_t documents_;
    std::vector<Timeline> threads_;
    std::map<Node, std::size_t> of_node_;
};

}  // namespace

std::vector<Timeline> make_timelines(const std::vector<Document>& documents,
                                     const std::vector<Comparison>& comparisons) {
    Threads threads(documents.size());
    for (std::size_t i = 0; i < documents.size(); ++i) {
        for (const Record& record : documents[i].records) threads.start({i, record.id});
    }
    for (std::size_t i = 0; i < comparisons.size(); ++i) {
        for (const RecordPair& pair : comparisons[i].pairs) {
            if (pair.has_old() && pair.has_new()) threads.connect({i, pair.old_record}, {i + 1, pair.new_record});
        }
    }
    // The last document leads; what an earlier one has besides comes behind the record that it followed there.
    std::vector<std::size_t> order;
    std::vector<bool> listed;
    for (std::size_t i = documents.size(); i-- > 0;) {
        auto place = order.begin();
        for (const Record& record : documents[i].records) {
            const std::size_t thread = threads.of({i, record.id});
            if (thread >= listed.size()) listed.resize(thread + 1, false);
            if (listed[thread]) {
                place = std::next(std::find(order.begin(), order.end(), thread));
            } else {
                place = std::next(order.insert(place, thread));
                listed[thread] = true;
            }
        }
    }
    std::vector<Timeline> timelines;
    for (const std::size_t thread : order) timelines.push_back(std::move(threads.at(thread)));
    return timelines;
}

}  // namespace torimatome::pipeline
