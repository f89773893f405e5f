namespace Workflow.Tests.Guarantees;

/// <summary>What a reader must hold at once, as CONTRIBUTING.md says it: counted in bodies and lines, for each project.</summary>
public sealed class YardstickTests
{
    private const int MedianTokens = 35;
    private const int TokensOfNineInTen = 110;
    private const int DecisionsOfNineInTen = 5;
    private const int ParametersOfNineInTen = 4;
    private const int MostParameters = 6;
    private const int MostLetters = 140;
    private const int MostTokens = 250;

    private const string Fold = "one arm for each event of a closed set, in the one place that folds it";
    private const string ClosedSet = "one arm for each member of a closed set";

    // Bodies that are longer than any should be, and why they stand in one piece.
    private static readonly Dictionary<string, string> Long = new(StringComparer.Ordinal)
    {
        ["engine/Workflow.Engine/Record/State/CaseFold.cs Apply"] = Fold,
        ["engine/Workflow.Engine/Record/State/StepFold.cs Apply"] = Fold,
        ["engine/Workflow.Engine/Record/State/PeopleFold.cs Apply"] = Fold,
        ["engine/Workflow.Engine/Record/State/MovementFold.cs Apply"] = Fold,
        ["engine/Workflow.Engine/Record/State/ClockFold.cs Apply"] = Fold,
        ["engine/Workflow.Engine/Record/State/MigrationFold.cs Apply"] = "every part of a state that has another name after a migration",
        ["engine/Workflow.Engine/Deciding/Clocks/ClockReactions.cs To"] = "what each event does to clocks, as one table",
        ["engine/Workflow.Engine/Deciding/Clocks/Extending.cs Grant"] = "the conditions of an extension, in the order in which they refuse",
        ["engine/Workflow.Engine/Deciding/Approvals/Seating.cs Of"] = "who sits, from the post to each who is left out, in one order",
        ["engine/Workflow.Engine/Deciding/Movement/Jumping.cs MayJump"] = "the conditions of a jump, in the order in which they refuse",
        ["engine/Workflow.Engine/Processes/PublishedProcess.cs PublishedProcess"] = "what is looked up in a definition, laid out once",
        ["engine/Workflow.Definitions/Stories/Timelines/EventWords.cs Of"] = "who has the words for each event, as one table",
        ["engine/Workflow.Definitions/Syntax/SyntaxReader.cs Map"] = "each kind of key that a map may not have, met in one pass",
        ["engine/Workflow.Definitions/Lint/Paths/Known.cs Of"] = ClosedSet,
        ["engine/Workflow.Definitions/Lint/Paths/Spell.cs Of"] = ClosedSet,
        ["engine/Workflow.Definitions/Expressions/Tokens.cs Next"] = "one arm for each sign of the language",
        ["engine/Workflow.Storage/Proofs/Rebuilding/Projection.cs Entailed"] = "every row that a case entails",
        ["engine/Workflow.Storage/Proofs/Rebuilding/RowWords.cs Of"] = ClosedSet,
        ["engine/Workflow.Storage/Databases/MessageJson.cs Value"] = ClosedSet,
    };

    // Bodies that ask for more than anybody should pass, and why. The parameters of a handler are filled by ASP.NET.
    private const string Handler = "Handle";

    private static readonly Dictionary<string, string> Wide = new(StringComparer.Ordinal)
    {
        ["engine/Workflow.Engine/Deciding/Door.cs Decide"] = "the one step of the door, with all that it passes on",
        ["host/Cases/CaseList.cs Page"] = "what a query of the list may hold, as it is written there",
    };

    private static readonly string[] Projects =
    [
        "engine/Workflow.Engine",
        "engine/Workflow.Definitions",
        "engine/Workflow.Mining",
        "engine/Workflow.Storage",
        "host",
    ];

    [TestCaseSource(nameof(Projects))]
    public void Half_of_the_bodies_are_read_at_a_glance(string project) =>
        Assert.That(At(project, b => b.Tokens, 5), Is.LessThanOrEqualTo(MedianTokens));

    [TestCaseSource(nameof(Projects))]
    public void Nine_bodies_in_ten_are_held_at_once(string project)
    {
        Assert.That(At(project, b => b.Tokens, 9), Is.LessThanOrEqualTo(TokensOfNineInTen), "tokens");
        Assert.That(At(project, b => b.Decisions, 9), Is.LessThanOrEqualTo(DecisionsOfNineInTen), "decisions");
        Assert.That(At(project, b => b.Parameters, 9), Is.LessThanOrEqualTo(ParametersOfNineInTen), "parameters");
    }

    [Test]
    public void A_longer_body_is_listed_with_its_reason() =>
        Assert.That(All().Where(b => b.Tokens > MostTokens).Select(b => b.Name), Is.EquivalentTo(Long.Keys));

    [Test]
    public void A_wider_body_is_listed_with_its_reason() =>
        Assert.That(All().Where(b => b.Parameters > MostParameters && b.Member != Handler).Select(b => b.Name), Is.EquivalentTo(Wide.Keys));

    [Test]
    public void No_line_of_code_is_wider_than_a_screen() =>
        Assert.That(
            from file in Repository.Sources(Projects)
            from line in File.ReadAllLines(file).Select((text, i) => (Text: text.TrimEnd(), Number: i + 1))
            where line.Text.Length > MostLetters && !line.Text.TrimStart().StartsWith("//", StringComparison.Ordinal)
            select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number}",
            Is.Empty
        );

    // A branch in a branch is one decision to hold, and each condition of it another.
    [TestCase("int F() => 1;", 2, 1)]
    [TestCase("int F(bool a, bool b) => a && b ? 1 : 2;", 8, 3)]
    [TestCase("void F(int a) { if (a > 1) G(); else H(); }", 17, 2)]
    [TestCase("void F(int a) { switch (a) { case 1: break; case 2: break; } }", 18, 3)]
    [TestCase("int F(int? a) => a ?? 2;", 4, 2)]
    public void A_body_is_counted_so(string source, int tokens, int decisions)
    {
        var body = ReadBody.In("X.cs", $"class C {{ {source} }}").Single();
        Assert.That((body.Tokens, body.Decisions), Is.EqualTo((tokens, decisions)));
    }

    private static IEnumerable<ReadBody> All() => Projects.SelectMany(ReadBody.All);

    // The value that so many tenths of the bodies do not pass.
    private static int At(string project, Func<ReadBody, int> value, int tenths)
    {
        List<int> all = [.. ReadBody.All(project).Select(value).Order()];
        return all[all.Count * tenths / 10];
    }
}
