using System.Text;
using System.Text.Json.Nodes;
using Workflow.Definitions.Lint;
using Workflow.Definitions.Lint.Rules;
using Workflow.Definitions.Wording;
using Workflow.Host;
using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Tests.Host.Definitions;

[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class LintDoorsTests : IDisposable
{
    private const string Process = "market/three-certificates.yaml";
    private const string Step = "    by: aic.officer\n";
    private const string Item = "code: XN-GS-0001, type: 行政许可, lead: aic";
    private const string NobodyLeft = "post.nobody_left";
    private const string Vacant = "post.vacant";

    // Nothing that these tests ask for changes anything in it.
    private static RunningHost _host = null!;

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

    [OneTimeSetUp]
    public static async Task Start() => _host = await RunningHost.Start();

    [OneTimeTearDown]
    public static async Task Stop() => await _host.DisposeAsync();

    private string Written => Path.Combine(_folder, Process);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_link_that_leads_up_again_tells_nothing_twice()
    {
        await File.WriteAllTextAsync(Written, (await File.ReadAllTextAsync(Written)).Replace(Step, "    by: aic.offiser\n"));
        var before = (await Lint("", _folder)).Found;
        File.CreateSymbolicLink(Path.Combine(_folder, "market", "loop"), Path.Combine(_folder, "market"));
        Directory.CreateSymbolicLink(Path.Combine(_folder, "up"), _folder);
        Assert.That((await Lint("", _folder)).Found, Is.EqualTo(before));
        Assert.That(before, Has.Some.Contains("offiser"));
    }

    [Test]
    public async Task A_folder_a_file_a_draft_and_a_request_give_the_same_finding()
    {
        var draft = Officers("    officers: 9\n");
        var answer = await _host.Send(
            HttpMethod.Post,
            "/api/definitions/lint",
            "xu-min",
            new StringContent(draft, Encoding.UTF8, "application/yaml"),
            ("Accept-Language", "en")
        );
        var asked = answer.Json["problems"]!.AsArray().Select(p => Words(p!)).ToList();
        var unsaved = await Lint(draft, "-", "--as", Written);
        await File.WriteAllTextAsync(Written, draft);
        Assert.That(asked, Has.Count.EqualTo(1), answer.Text);
        Assert.That(asked[0], Does.Contain(NobodyLeft));
        Assert.That((unsaved.Found, (await Lint("", Written)).Found, (await Lint("", _folder)).Found), Is.EqualTo((asked, asked, asked)));
    }

    [TestCase("market/three-certificates.scenarios.yaml", "complete: receive\n", "complete: recieve\n", "scenario.unknown_name")]
    [TestCase("calendars/cn/2014.yaml", "number: 1", "number: 2", "calendar.edition_order")]
    [TestCase("register.yaml", "{office: window, role: clerk", "{office: windw, role: clerk", "register.unknown_organisation")]
    [TestCase("catalogue.yaml", "    type: 行政许可", "    typ: 行政许可", "register.unknown_key")]
    [TestCase("laws/个人信息保护法.yaml", "from: 2021-11-01", "from: someday", "value.legal_day")]
    [TestCase("fragments/service.yaml", "type: moment, title: {zh: 送达", "type: momnt, title: {zh: 送达", "value.word")]
    public async Task A_file_of_every_kind_is_told_the_same_at_every_door(string name, string sound, string broken, string code)
    {
        var (path, text) = (Path.Combine(_folder, name), await File.ReadAllTextAsync(Path.Combine(_folder, name)));
        var draft = text.Replaced(sound, broken);
        var asked = await Asked(draft, name);
        var unsaved = await Lint(draft, "-", "--as", path);
        await File.WriteAllTextAsync(path, draft);
        Assert.That(asked.Select(f => f.Split(' ')[1]), Does.Contain(code));
        Assert.That((unsaved.Found, (await Lint("", path)).Found), Is.EqualTo((asked, asked)));
        Assert.That(await Lint("", _folder) is var whole && asked.All(whole.Found.Contains), Is.True);
    }

    [TestCase("market/three-certificates.scenarios.yaml", "complete: receive\n", "complete: recieve\n")]
    [TestCase("market/three-certificates.yaml", "until: decided", "until: decidde")]
    [TestCase("market/three-certificates.yaml", "steps:", "stps:")]
    [TestCase("market/three-certificates.yaml", "by: aic.officer", "by: aic.oficer")]
    [TestCase("market/three-certificates.yaml", "title:", "title：")]
    [TestCase("register.yaml", "{office: window, role: clerk", "{office: windw, role: clerk")]
    [TestCase("laws/个人信息保护法.yaml", "from: 2021-11-01", "from: someday")]
    [TestCase("fragments/service.yaml", "type: moment, title: {zh: 送达", "type: momnt, title: {zh: 送达")]
    [TestCase("market/three-certificates.yaml", "三证", "三证")]
    public async Task A_request_and_the_command_line_write_one_document(string name, string sound, string other)
    {
        var path = Path.Combine(_folder, name);
        var draft = (await File.ReadAllTextAsync(path)).Replaced(sound, other);
        foreach (var language in new[] { "zh", "en" })
        {
            var address = $"/api/definitions/lint?as={Uri.EscapeDataString(name)}";
            var asked = await _host.Send(HttpMethod.Post, address, "xu-min", Yaml(draft), ("Accept-Language", language));
            var written = new StringWriter();
            var terminal = new Terminal(new StringReader(draft), written, TextWriter.Null, Colours: false);
            await Verbs.Run(["lint", "-", "--as", path, "--json", "--language", language], terminal);
            Assert.That(written.ToString().Replace($"{_folder}/", "", StringComparison.Ordinal), Is.EqualTo(asked.Text));
        }
    }

    [TestCase("market/three-certificates.yaml", "", "", true)]
    [TestCase("market/three-certificates.yaml", "by: aic.officer", "by: aic.oficer", true, TestName = "A warning stops no publication")]
    [TestCase("market/three-certificates.yaml", "until: decided", "until: decidde", false)]
    [TestCase("market/three-certificates.yaml", "steps:", "stps:", false)]
    [TestCase("register.yaml", "", "", false)]
    [TestCase("fragments/service.yaml", "", "", false)]
    [TestCase("market/three-certificates.scenarios.yaml", "", "", false)]
    public async Task What_is_publishable_is_a_process_that_a_host_would_take(string name, string sound, string other, bool publishable)
    {
        var path = Path.Combine(_folder, name);
        var draft = await File.ReadAllTextAsync(path);
        draft = sound.Length == 0 ? draft : draft.Replaced(sound, other);
        var answer = await _host.Send(HttpMethod.Post, $"/api/definitions/lint?as={Uri.EscapeDataString(name)}", "xu-min", Yaml(draft));
        Assert.That((bool)answer.Json["publishable"]!, Is.EqualTo(publishable), answer.Text);
        await File.WriteAllTextAsync(path, draft);
        if (publishable)
            Assert.That(() => DefinitionFolder.Read(_folder), Throws.Nothing);
    }

    [TestCase("../register.yaml")]
    [TestCase("/etc/register.yaml")]
    [TestCase("market//x.yaml")]
    [TestCase("register.txt")]
    [TestCase("%0Aregister.yaml")]
    public async Task A_request_names_a_file_below_the_folder(string name)
    {
        var answer = await _host.Send(HttpMethod.Post, $"/api/definitions/lint?as={name}", "xu-min", Yaml("process: x"));
        Assert.That((answer.Status, answer.Code), Is.EqualTo((400, "request.malformed")), answer.Text);
    }

    private static async Task<List<string>> Asked(string draft, string name)
    {
        var path = $"/api/definitions/lint?as={Uri.EscapeDataString(name)}";
        var answer = await _host.Send(HttpMethod.Post, path, "xu-min", Yaml(draft), ("Accept-Language", "en"));
        return [.. answer.Json["problems"]!.AsArray().Select(p => Words(p!))];
    }

    private static StringContent Yaml(string text) => new(text, Encoding.UTF8, "application/yaml");

    [Test]
    public async Task Strict_fails_for_a_warning()
    {
        await File.WriteAllTextAsync(Written, Officers("    officers: 9\n"));
        Assert.That(((await Lint("", Written)).Exit, (await Lint("", Written, "--strict")).Exit), Is.EqualTo((0, 1)));
    }

    [TestCase(
        "    officers: 9  # lint: allow post.nobody_left because 名册待补\n",
        TestName = "A comment on the line silences nothing of another line"
    )]
    public async Task A_comment_elsewhere_silences_nothing(string officers)
    {
        await File.WriteAllTextAsync(Written, Officers(officers));
        Assert.That(
            (await Lint("", Written)).Found.Select(f => f.Split(' ')[1]),
            Is.EquivalentTo(new[] { NobodyLeft, "lint.silences_nothing" })
        );
    }

    [TestCase(
        "    # lint: allow post.nobody_left because 名册待补\n    by: aic.officer\n    officers: 9\n",
        TestName = "A comment before the line silences it"
    )]
    [TestCase(
        "    # lint: allow post.nobody_left because 名册待补\n    # and another remark\n    by: aic.officer\n    officers: 9\n",
        TestName = "Another comment may stand between"
    )]
    [TestCase(
        "    by: aic.officer # lint: allow post.nobody_left because 名册待补\n    officers: 9\n",
        TestName = "A comment on the line silences it"
    )]
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

    [TestCase(
        "code: XN-GS-0009, type: 行政许可, lead: aic",
        "4:14 item.unlisted Expected an item of the catalogue, but it has no XN-GS-0009, so nobody can lodge."
    )]
    [TestCase(
        "code: XN-GS-0001, type: 行政许, lead: aic",
        "4:32 item.other_type Expected the type of XN-GS-0001 in the catalogue, 行政许可, but found 行政许."
    )]
    [TestCase(
        "code: XN-GS-0001, type: 行政许可, lead: quality",
        "4:44 item.other_lead Expected the office that leads XN-GS-0001 in the catalogue, aic, but found quality."
    )]
    [TestCase(
        "code: XN-GS-0002, type: 行政许可, lead: aic",
        "4:14 item.never_active Expected XN-GS-0002 to be active on a day of 2014-05-01..2015-09-29, but the catalogue has none."
    )]
    public async Task An_item_that_the_catalogue_tells_otherwise_is_a_warning(string item, string found)
    {
        var text = await File.ReadAllTextAsync(Written);
        var told = text.Replaced(Item, item).Replaced("2014-05-01..2015-09-30", "2014-05-01..2015-09-29");
        await File.WriteAllTextAsync(Written, told);
        Assert.That((await Lint("", Written)).Found, Does.Contain(found));
    }

    [TestCase("    by: aic.oficer\n", "aic.oficer")]
    [TestCase("    by: aic.archivist\n", "aic.archivist")]
    public async Task A_step_of_a_post_that_nobody_holds_is_a_warning(string by, string post)
    {
        await File.WriteAllTextAsync(Written, With(by));
        Assert.That(
            (await Lint("", Written)).Found,
            Has.Some.EndsWith($"{Vacant} Expected somebody to hold {post} while the process is in force, but the register names nobody.")
        );
    }

    [Test]
    public async Task A_code_is_explained_in_the_asked_language()
    {
        Assert.That(
            await Said("--explain", "moment.never_used", "--language", "en"),
            Is.EqualTo(
                (
                    0,
                    """
                    moment.never_used (warning)
                        Nothing uses the moment
                        Why: No clock starts or stops with it and no condition asks for it; perhaps a clock names another.
                        Cure: Take the mark away, or name it in a clock.

                    """
                )
            )
        );
        Assert.That(
            await Said("--explain", "moment.never_used"),
            Is.EqualTo(
                (
                    0,
                    """
                    moment.never_used（警告）
                        没有任何地方使用该时点
                        缘由：没有时限以它起止，也没有条件用到它，可能是时限写成了别的名称。
                        改法：删去标记，或者在时限中写上它。

                    """
                )
            )
        );
    }

    [Test]
    public async Task A_code_that_lint_never_prints_is_not_explained() =>
        Assert.That(
            await Said("--explain", "moment.never_use", "--language", "en"),
            Is.EqualTo((1, "Expected the code of a problem, but there is no 'moment.never_use'. Did you mean 'moment.never_used'?\n"))
        );

    [TestCase()]
    [TestCase("definitions", "--explain", "moment.never_used")]
    public async Task Either_paths_or_a_code_is_given(params string[] args) =>
        Assert.That(
            (await Said([.. args, "--language", "en"])).Said,
            Does.StartWith("Name either files or folders to check, or a code to explain with --explain.")
        );

    [Test]
    public void Everything_in_our_own_folder_is_sound() =>
        Assert.That(WholeLint.Lint(LintedFolder.Read(Repository.Definitions), Array.Empty<LintProfile>()).Select(p => p.English), Is.Empty);

    private string Officers(string line) => With(Step + line);

    private string With(string lines) => File.ReadAllText(Written).Replaced(Step, lines);

    private static string Words(JsonNode p) => $"{p["line"]}:{p["column"]} {p["code"]} {p["message"]}";

    private static async Task<(int Exit, string Said)> Said(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(["lint", .. args], new Terminal(new StringReader(""), output, error, Colours: false));
        return (exit, output.ToString() + error);
    }

    private static async Task<(int Exit, IReadOnlyList<string> Found)> Lint(string input, params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await Verbs.Run(
            ["lint", .. args, "--json", "--language", "en"],
            new Terminal(new StringReader(input), output, error, Colours: false)
        );
        return (exit, [.. JsonNode.Parse(output.ToString())!["problems"]!.AsArray().Select(p => Words(p!))]);
    }
}
