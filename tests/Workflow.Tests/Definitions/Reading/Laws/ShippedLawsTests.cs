using Workflow.Definitions.Reading.Laws;
using Workflow.Definitions.Syntax;
using Workflow.Definitions.Wording;

namespace Workflow.Tests.Definitions.Reading.Laws;

public sealed class ShippedLawsTests
{
    [Test]
    public void Every_shipped_law_reads_without_a_problem()
    {
        var problems = new Problems();
        foreach (var name in ShippedLaws.Names.Some())
            ShippedLaws.Read(name, problems);
        Assert.That(problems.All.Select(p => p.ToString()), Is.Empty);
    }

    [Test]
    public void Every_ground_of_a_shipped_law_has_its_english()
    {
        var named =
            from law in ShippedLaws.Book.Titles.Select(t => ShippedLaws.Book.Find(t)!)
            from article in law.Articles
            from ground in article.NotCounted.Concat(article.Steps).Concat(article.EveryPath)
            where !law.Grounds.ContainsKey(ground)
            select $"{law.Title} {article.Number}: {ground}";
        Assert.That(named, Is.Empty);
    }

    [Test]
    public void A_ground_in_english_that_no_article_names_is_an_error()
    {
        var problems = new Problems();
        var law = """
            law: 某市条例
            title: {zh: 某市条例, en: A City's Rule}
            kind: local
            grounds: {听证: hearing}
            editions: [{edition: 2020, from: 2020-07-01, status: read}]
            """;
        Assert.That(LawReader.Read("city.yaml", System.Text.Encoding.UTF8.GetBytes(law), problems), Is.Null);
        Assert.That(
            problems.All.Select(p => p.English),
            Is.EqualTo(
                new[]
                {
                    "city.yaml:4:11 error law.ground_of_no_article Expected an article to name each of 'grounds', but none names this one: 听证.",
                }
            )
        );
    }
}
