using System.Text;
using System.Text.Json.Nodes;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Wording;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Tests.Support;

namespace Workflow.Tests.Host.Definitions;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LintDoorsTests : IDisposable
{
    private const string Process = "market/three-certificates.yaml";
    private const string Step = "    by: aic.officer\n";
    private const string NobodyLeft = "post.nobody_left";

    private readonly string _folder = Directory.CreateTempSubdirectory("workflow-doors-").FullName;

    public LintDoorsTests()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Definitions, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(Repository.Definitions, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Written => Path.Combine(_folder, Process);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_folder_a_file_a_draft_and_a_request_give_the_same_finding()
    {
        var draft = Officers("    officers: 9\n");
        await using var host = await RunningHost.Start();
        var answer = await host.Send(HttpMethod.Post, "/api/definitions/lint", "xu-min", new StringContent(draft, Encoding.UTF8, "application/yaml"), ("Accept-Language", "en"));
        var asked = answer.Json["problems"]!.AsArray().Select(p => Words(p!)).ToList();
        var unsaved = await Lint(draft, "-", "--as", Written);
        await File.WriteAllTextAsync(Written, draft);
        Assert.That(asked, Has.Count.EqualTo(1), answer.Text);
        Assert.That(asked[0], Does.Contain(NobodyLeft));
        Assert.That((unsaved.Found, (await Lint("", Written)).Found, (await Lint("", _folder)).Found), Is.EqualTo((asked, asked, asked)));
    }

    [Test]
    public async Task Strict_fails_for_a_warning()
    {
        await File.WriteAllTextAsync(Written, Officers("    officers: 9\n"));
        Assert.That(((await Lint("", Written)).Exit, (await Lint("", Written, "--strict")).Exit), Is.EqualTo((0, 1)));
    }

    [TestCase("    officers: 9  # lint: allow post.nobody_left because 名册待补\n", TestName = "A comment on the line silences nothing of another line")]
    public async Task A_comment_elsewhere_silences_nothing(string officers)
    {
        await File.WriteAllTextAsync(Written, Officers(officers));
        Assert.That((await Lint("", Written)).Found.Select(f => f.Split(' ')[1]), Is.EquivalentTo(new[] { NobodyLeft, "lint.silences_nothing" }));
    }

    [TestCase("    # lint: allow post.nobody_left because 名册待补\n    by: aic.officer\n    officers: 9\n", TestName = "A comment before the line silences it")]
    [TestCase("    # lint: allow post.nobody_left because 名册待补\n    # and another remark\n    by: aic.officer\n    officers: 9\n", TestName = "Another comment may stand between")]
    [TestCase("    by: aic.officer # lint: allow post.nobody_left because 名册待补\n    officers: 9\n", TestName = "A comment on the line silences it")]
    public async Task A_comment_with_a_reason_silences_a_warning(string lines)
    {
        await File.WriteAllTextAsync(Written, With(lines));
        Assert.That((await Lint("", Written, "--strict")), Is.EqualTo((0, Array.Empty<string>())));
    }

    [TestCase("lint: allow post.nobody_left", "lint.no_reason")]
    [TestCase("lint: allow post.nobody_left because ", "lint.no_reason")]
    [TestCase("lint: allow post.nobody because x", "lint.unknown_code")]
    [TestCase("lint: allow clock.never_stops because x", "lint.not_allowed")]
    [TestCase("lint: ignore", "lint.form")]
    public async Task A_comment_that_cannot_silence_is_a_problem(string comment, string code)
    {
        await File.WriteAllTextAsync(Written, With($"    # {comment}\n    by: aic.officer\n    officers: 9\n"));
        Assert.That((await Lint("", Written)).Found.Select(f => f.Split(' ')[1]), Is.EquivalentTo(new[] { NobodyLeft, code }));
    }

    [Test]
    public async Task An_item_that_the_catalogue_does_not_list_is_a_warning()
    {
        var text = await File.ReadAllTextAsync(Written);
        await File.WriteAllTextAsync(Written, text.Replace("code: XN-GS-0001", "code: XN-GS-0009", StringComparison.Ordinal));
        Assert.That((await Lint("", Written)).Found.Select(f => f.Split(' ')[1]), Does.Contain("item.unlisted"));
    }

    [Test]
    public void Everything_in_our_own_folder_is_sound() =>
        Assert.That(Everything.Lint(LintedFolder.Read(Repository.Definitions), Array.Empty<LintProfile>()).Select(p => p.English), Is.Empty);

    private string Officers(string line) => With(Step + line);

    private string With(string lines) => File.ReadAllText(Written).Replace(Step, lines, StringComparison.Ordinal);

    private static string Words(JsonNode p) => $"{p["line"]}:{p["column"]} {p["code"]} {p["message"]}";

    private static async Task<(int Exit, IReadOnlyList<string> Found)> Lint(string input, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(["lint", .. args, "--json", "--language", "en"], new Terminal(new StringReader(input), output, error, Colours: false));
        return (exit, [.. JsonNode.Parse(output.ToString())!.AsArray().Select(p => Words(p!))]);
    }
}
