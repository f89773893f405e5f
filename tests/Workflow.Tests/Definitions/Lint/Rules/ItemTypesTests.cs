using System.Globalization;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Wording;
using Workflow.Engine.Laws;
using YamlDotNet.Serialization;

namespace Workflow.Tests.Definitions.Lint.Rules;

public sealed class ItemTypesTests
{
    [Test]
    public void A_type_with_a_wrong_letter_is_told_with_the_one_that_was_meant() =>
        Assert.That(
            Drafts.English(Draft("行政许克")),
            Has.Some.EqualTo(
                "p.yaml:6:25 warning item.type_unknown Expected a known type of item, but found '行政许克'. Did you mean '行政许可'?"
            )
        );

    [Test]
    public void A_type_that_nothing_is_near_to_is_told_with_all_there_are() =>
        Assert.That(Drafts.English(Draft("乱写类型")), Has.Some.Contains("item.type_unknown").And.Some.Contains("行政许可, 行政备案"));

    [TestCase("行政许可")]
    [TestCase("行政监督")]
    [TestCase("政府信息公开")]
    [TestCase("政务服务")]
    public void A_known_type_is_one(string type) => Drafts.Passes(ItemTypes.Rule, Draft(type));

    [Test]
    public void A_finding_names_things_by_their_titles_where_people_read_Chinese()
    {
        var reading = Drafts.Read(Text);
        var said = Linter.Lint(reading).ToList();
        Assert.That(said.Select(p => p.In(Language.Zh).Sentence), Has.Some.EqualTo("“决定”作出“不予许可”须说明理由，此处未作要求。"));
        Assert.That(
            said.Where(p => p.Code == "refusal.no_reasons").Select(p => p.Message.Value("step")!.ToString()),
            Is.EqualTo(new[] { "decide" }),
            "machines read the id"
        );
    }

    private const string Text = """
        process: p
        title: 样例
        item: {code: A-1, type: 行政许可, lead: bureau}
        in-force: 2024-01-01..
        offices: {bureau: 主管局}
        parties: {applicant: 申请人}
        steps:
          - step: decide
            title: 决定
            by: bureau.officer
            outcomes: {grant: {title: 准予}, refuse: {title: 不予许可}}

        """;

    private static string Draft(string type) =>
        $"item: {{code: A-1, type: {type}, lead: bureau}}\nsteps: [{{step: decide, by: bureau.officer}}]";

    [Test]
    public void A_type_names_its_text_or_none_and_no_memory_counts_as_read()
    {
        var rows = new DeserializerBuilder()
            .Build()
            .Deserialize<List<Dictionary<string, string>>>(File.ReadAllText(Path.Combine(Repository.Definitions, "item-types.yaml")));
        foreach (var row in rows)
        {
            Assert.That(row.ContainsKey("source"), Is.EqualTo(row.ContainsKey("status")), row["type"]);
            if (row.GetValueOrDefault("status") == "read")
                Assert.That(Edition(row["source"])!.Status, Is.EqualTo(ArticleStatus.Read), row["type"]);
            else if (row.TryGetValue("status", out var status))
                Assert.That(status, Is.EqualTo("unverified"), row["type"]);
        }
    }

    private static LawEdition? Edition(string source)
    {
        var (law, rest) = (source[..source.IndexOf('(')], source[(source.IndexOf('(') + 1)..]);
        return ShippedLaws.Book.Find(law)?.Edition(int.Parse(rest[..4], CultureInfo.InvariantCulture));
    }
}
