#include "minato.hpp"

#include <algorithm>

#include "text/code_points.hpp"

namespace torimatome::writers {

namespace {

ColumnSpec column(const std::string& heading, double width, std::vector<FieldSpec> fields) {
    ColumnSpec spec;
    spec.heading = heading;
    spec.width = width;
    spec.fields = std::move(fields);
    return spec;
}

FieldSpec field(const std::string& id, FieldKind kind, const std::string& style = "",
                BlankCell blank = BlankCell::keep) {
    FieldSpec spec;
    spec.id = id;
    spec.kind = kind;
    spec.style = style;
    spec.blank = blank;
    return spec;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

constexpr const char* kSentences[] = {
    "みなと市では、子育て家庭が身近な場所で相談できるよう、各地区の窓口に相談員を配置した。",
    "また、関係する部署が月に1回集まり、支援の方針と役割分担を確かめる会議を開いている。",
    "一方で、夜間や休日の相談が増えており、受付の体制を見直す必要がある。",
    "学校や保育所と連携し、気になる様子があれば早い段階で情報を共有する仕組みを整えた。",
    "研修は新任の職員と管理職とに分けて行い、事例を用いたグループ討議を取り入れている。",
    "今後は、支援が途切れないよう、転居や進学の際の引き継ぎの手順を文書にまとめる。",
    "アンケートでは、「相談してよかった」と答えた人が86％に上り、前年度より5ポイント増えた。",
    "家庭への訪問は延べ1,248件で、そのうち継続的な支援につながったものは312件であった。",
};

}  // namespace

Form minato_form() {
    Form form;
    form.id = "recommendation-progress";
    form.label = "資料1";
    form.name = "提言ごとの取組結果と取組内容";
    form.title_patterns = {"{any}{year}の取組結果と{next-year}の取組内容{any}"};
    form.label_patterns = {"資料{number}"};
    form.section.patterns = {"{number} {title}"};
    form.section.lead = "検証報告書における提言";
    form.section.item_style = "circled";
    form.section.name = "提言";
    form.legend = {"【取組区分】", "到達目標を踏まえた{next-year}以降の取組の方向性", "I：新たな取組を実施していく項目",
                   "II：現在の取組を拡充していく項目", "III：現在の取組を継続する項目"};
    form.columns = {column("取組方針", 30,
                           {field("item", FieldKind::mark, "circled", BlankCell::inherit),
                            field("policy_mark", FieldKind::mark, "katakana", BlankCell::inherit),
                            field("policy", FieldKind::prose, "", BlankCell::inherit)}),
                    column("取組の到達目標", 32, {field("goal", FieldKind::prose, "", BlankCell::inherit)}),
                    column("{year}の取組とその結果", 44, {field("result", FieldKind::prose)}),
                    column("継続すべきよかった点、改善すべき点", 40, {field("evaluation", FieldKind::prose)}),
                    column("{next-year}の取組", 44, {field("plan", FieldKind::prose)}),
                    column("取組区分", 8, {field("category", FieldKind::choice)}),
                    column("担当部", 20, {field("departments", FieldKind::departments, "", BlankCell::inherit)})};
    form.choices = {{"I", "新たな取組を実施していく項目", "新規"},
                    {"II", "現在の取組を拡充していく項目", "拡充"},
                    {"III", "現在の取組を継続する項目", "継続"}};
    form.identity = {"item", "policy_mark"};
    return form;
}

Record minato_record(const std::string& id, const MinatoRow& row) {
    Record record;
    record.id = id;
    record.section = row.section;
    const std::pair<const char*, std::string> texts[] = {
        {"item", row.item}, {"policy_mark", row.mark},  {"policy", row.policy},
        {"goal", row.goal}, {"result", row.result},     {"evaluation", row.evaluation},
        {"plan", row.plan}, {"category", row.category}, {"departments", joined(row.departments)}};
    for (const auto& [name, text] : texts) {
        if (text.empty()) continue;
        Field made;
        made.text = text;
        made.inherited = std::find(row.inherited.begin(), row.inherited.end(), name) != row.inherited.end();
        if (std::string(name) == "departments") made.values = row.departments;
        record.fields.emplace_back(name, std::move(made));
    }
    return record;
}

Document minato_document() {
    Document document;
    document.form = "recommendation-progress";
    document.label = "資料1";
    document.title = "みなと市の令和3年度の取組結果と令和4年度の取組内容";
    document.year = 2021;
    document.source = {"回答.xlsx", "xlsx", "0123abcd", "2022-05-20"};
    document.sections = {{"1", "身近な相談体制の強化", {{"①", "相談窓口のあり方"}, {"②", "関係機関との連携"}}},
                         {"2", "職員の育成", {{"①", "研修の充実"}}}};
    document.records.push_back(minato_record("1-①-ア-1", {}));
    document.records.push_back(minato_record("1-①-ア-2", {.goal = "○夜間も相談できる。",
                                                          .category = "I",
                                                          .departments = {"保) 健康課", "市) 広報課"},
                                                          .inherited = {"item", "policy_mark", "policy"}}));
    document.records.push_back(
        minato_record("1-①-ア-3", {.goal = "○夜間も相談できる。",
                                   .result = "受付時間を延ばした。",
                                   .category = "III",
                                   .departments = {"保) 健康課", "市) 広報課"},
                                   .inherited = {"item", "policy_mark", "policy", "goal", "departments"}}));
    document.records.push_back(minato_record("2-①-ア-1", {.section = "2", .policy = "研修を充実する。", .plan = ""}));
    int line = 10;
    for (Record& record : document.records) {
        record.source.sheet = "様式1";
        record.source.cell = "A" + std::to_string(line++);
    }
    return document;
}

std::string minato_prose(std::size_t characters, std::size_t start) {
    std::string text;
    std::size_t count = 0;
    for (std::size_t i = start; count < characters; ++i) {
        const std::string sentence = kSentences[i % std::size(kSentences)];
        text += sentence;
        count += text::count_non_space(sentence);
    }
    return text;
}

Document minato_long_document(int sections, int records) {
    constexpr const char* kMarks[] = {"ア", "イ", "ウ", "エ", "オ", "カ", "キ", "ク"};
    constexpr const char* kItems[] = {"①", "②", "③", "④"};
    constexpr const char* kCategories[] = {"I", "II", "III"};
    const std::vector<std::string> departments[] = {{"市) 広報課", "保) 健康課"}, {"こ) こども家庭課"}, {"保) 健康課"}};
    Document document = minato_document();
    document.sections.clear();
    document.records.clear();
    for (int section = 1; section <= sections; ++section) {
        const std::string number = std::to_string(section);
        document.sections.push_back({number, "支援体制の強化その" + number, {}});
        for (const char* item : kItems) document.sections.back().items.push_back({item, "支援の進め方について"});
        for (int i = 0; i < records; ++i) {
            const auto seed = static_cast<std::size_t>(section * 31 + i);
            const std::size_t group = static_cast<std::size_t>(i) / 3;
            MinatoRow row;
            row.section = number;
            row.item = kItems[group / 2 % 4];
            row.mark = kMarks[group % 8];
            row.policy = minato_prose(40, group);
            row.goal = "○" + minato_prose(60, group + 1);
            row.result = minato_prose(40 + seed * 37 % 360, seed);
            row.evaluation = minato_prose(40 + seed * 53 % 200, seed + 1);
            row.plan = minato_prose(40 + seed * 71 % 300, seed + 2);
            row.category = kCategories[seed % 3];
            row.departments = departments[group % 3];
            if (i % 3 != 0) row.inherited = {"item", "policy_mark", "policy", "goal", "departments"};
            Record record = minato_record(number + "-" + std::to_string(i + 1), row);
            record.source = {
                .file = "提出物" + number + ".xlsx", .sheet = "様式1", .cell = "A" + std::to_string(i + 10)};
            document.records.push_back(std::move(record));
        }
    }
    return document;
}

}  // namespace torimatome::writers
