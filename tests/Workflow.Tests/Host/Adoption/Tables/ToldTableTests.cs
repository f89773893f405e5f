using System.Collections.Immutable;
using Workflow.Engine.Expressions;
using Workflow.Engine.Processes;
using Workflow.Host.Adoption.Tables;

namespace Workflow.Tests.Host.Adoption.Tables;

/// <summary>A cell tells the rows of a table field as JSON; what is wrong in it has the cell's place and the path inside.</summary>
public sealed class ToldTableTests
{
    private const string Columns =
        "columns: {name: {title: 姓名, type: text, required: true, max: 4}, size: {title: 面积, type: number, max: 100}, on: {title: 日期, type: date}, own: {title: 自有, type: yes-no}}";

    private const string Steps = """
          - {step: draft, title: 拟稿, by: hall.officer, asks: {people: {title: 人员, type: rows, columns}}, outcomes: {done: {title: 完成}, again: {title: 重来, back: draft}}}
          - {step: decide, title: 决定, by: hall.leader, end: granted}
        """;

    private static readonly PublishedProcess Process = SmallOffice
        .Read(SmallOffice.Process(Steps.Replaced("columns", Columns), $"form: {{houses: {{title: 房屋, type: rows, max: 3, {Columns}}}}}"))
        .Single();

    [Test]
    public void Rows_become_values_of_their_columns_types()
    {
        var told = Read("""[{"name": "甲;乙", "size": 12.50, "on": "2026-03-02", "own": true}, {"name": "丙"}]""").Command!;
        var rows = ((RowsValue)told.Form["houses"]).Rows;
        Assert.That(
            rows.Select(r => string.Join(' ', r.Select(v => $"{v.Key}={v.Value}"))),
            Is.EqualTo(new[] { "name=甲;乙 on=2026-03-02 own=yes size=12.50", "name=丙" })
        );
        Assert.That(((RowsValue)Read("[]").Command!.Form["houses"]).Rows, Is.Empty);
    }

    [Test]
    public void A_step_that_ran_twice_has_two_tables()
    {
        var told = Read(
            "",
            "again; done",
            "2026-03-02; 2026-03-03",
            """[{"name": "甲;\"乙"}]; [{"name": "丙"}, {"name": "丁"}]"""
        ).Command!;
        Assert.That(
            told.Acts.Select(a => string.Join('|', ((RowsValue)a.Fields["people"]).Rows.Select(r => r["name"]))),
            Is.EqualTo(new[] { "甲;\"乙", "丙|丁" })
        );
    }

    [TestCase("甲、乙", "Expected a JSON array of rows like [{\"name\": \"…\"}], but character 1 of line 1 in the cell is out of place.")]
    [TestCase(
        """[{"name": "甲"}""",
        "Expected a JSON array of rows like [{\"name\": \"…\"}], but character 15 of line 1 in the cell is out of place."
    )]
    [TestCase("""{"name": "甲"}""", "Expected a JSON array of rows, but found an object.")]
    [TestCase("""["甲"]""", "Expected [1] to be an object, but it is \"甲\".")]
    [TestCase("""[{"name": "甲"}, {"name": "乙", "seize": 1}]""", "Expected [2] to have columns of '房屋', but 'seize' is not one.")]
    [TestCase("""[{"name": "甲", "name": "乙"}]""", "Expected [1].name once, but it appears twice.")]
    [TestCase("""[{"name": "甲"}, {"size": 1}]""", "Expected [2].name, but it is missing.")]
    [TestCase("""[{"name": null}]""", "Expected [1].name to be a text without control characters, but it is null.")]
    [TestCase("""[{"name": "\u0007"}]""", "Expected [1].name to be a text without control characters, but it is \"\\u0007\".")]
    [TestCase("""[{"name": "\ud800"}]""", "Expected [1].name to be a text without control characters, but it is \"\\ud800\".")]
    [TestCase("""[{"name": "甲乙丙丁戊"}]""", "[1].name may have 4 characters at most and has 5.")]
    [TestCase("""[{"name": "甲", "size": "12"}]""", "Expected [1].size to be a number of at most 28 digits, but it is \"12\".")]
    [TestCase("""[{"name": "甲", "size": 1e400}]""", "Expected [1].size to be a number of at most 28 digits, but it is 1e400.")]
    [TestCase("""[{"name": "甲", "size": 101}]""", "[1].size may be 100 at most and is 101.")]
    [TestCase("""[{"name": "甲", "on": "3月2日"}]""", "Expected [1].on to be a day like \"2026-03-02\", but it is \"3月2日\".")]
    [TestCase("""[{"name": "甲", "own": "是"}]""", "Expected [1].own to be true or false, but it is \"是\".")]
    [TestCase("""[{"name": [{"name": "甲"}]}]""", "Expected [1].name to be a text without control characters, but it is an array.")]
    [TestCase("""[{"name": "甲"}, {"name": "乙"}, {"name": "丙"}, {"name": "丁"}]""", "The table may have 3 rows at most and has 4.")]
    public void What_is_wrong_in_a_cell_has_its_place_and_the_path_inside(string cell, string sentence) =>
        Assert.That(
            Read(cell).Problems.Select(p => (p.Line, p.Column, p.Message.Code, p.English)),
            Is.EqualTo(new[] { (2, 3, "adopt.value", sentence) })
        );

    [Test]
    public void Size_and_depth_are_capped()
    {
        Assert.That(
            Read($"{new string('[', 60)}{new string(']', 60)}").Problems.Single().English,
            Does.EndWith("in the cell is out of place.")
        );
        Assert.That(
            Read($"[{string.Join(',', Enumerable.Repeat("{}", 501))}]").Problems.Single().English,
            Is.EqualTo("The table may have 3 rows at most and has 501.")
        );
        Assert.That(
            Read($"[{{{string.Join(',', Enumerable.Range(1, 30).Select(i => $"\"a{i}\": 1"))}}}]").Problems,
            Has.Length.EqualTo(21)
        );
        Assert.That(Read(new string(' ', 40_000) + "[]").Problems.Single().Message.Code, Is.EqualTo("adopt.csv"));
    }

    private static ToldRow Read(string houses, string outcomes = "", string days = "", string people = "")
    {
        var text =
            $"number,lodged-on,form.houses,draft,draft.on,draft.people,at\n17,2026-03-02,{Quoted(houses)},{outcomes},{days},{Quoted(people)},draft\n";
        return new ToldFile(Process, new ToldTerms("旧系统", "移交1号", "上线", null, ImmutableSortedDictionary<string, long>.Empty))
            .Read(new StringReader(text))
            .Single();
    }

    private static string Quoted(string cell) => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
