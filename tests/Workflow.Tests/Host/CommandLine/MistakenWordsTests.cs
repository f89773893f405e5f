using Workflow.Host.CommandLine;
using Workflow.Host.Opening;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>What is mistyped on a command line is named, with the word that was probably meant.</summary>
public sealed class MistakenWordsTests
{
    [TestCase("lnt", "There is no command or option 'lnt'. Did you mean 'lint'?")]
    [TestCase("verfy", "There is no command or option 'verfy'. Did you mean 'verify'?")]
    [TestCase("version", "There is no command or option 'version'. Did you mean '--version'?")]
    [TestCase("help", "There is no command or option 'help'. Did you mean '--help'?")]
    [TestCase("xyzzy", "There is no command or option 'xyzzy'.")]
    public async Task A_word_near_a_known_one_is_offered_that(string word, string sentence)
    {
        var run = await Typed.Run(word, "--language", "en");
        Assert.That((run.Exit, run.Error.Split("\n")[0]), Is.EqualTo((2, $"{sentence} Run with --help to see how it is used.")));
    }

    [TestCase("zzz", "Expected the code of a problem, but there is no 'zzz'. lint --help lists every code.")]
    [TestCase("clock.nevr_stops", "Expected the code of a problem, but there is no 'clock.nevr_stops'. Did you mean 'clock.never_stops'?")]
    [TestCase("vote", "Expected the code of a problem, but there is no 'vote'.")]
    public async Task A_code_that_nobody_explains_is_answered_with_those_near(string code, string beginning)
    {
        var run = await Typed.Run("lint", "--explain", code, "--language", "en");
        Assert.That((run.Exit, run.Error), Is.EqualTo((1, run.Error)));
        Assert.That(run.Error, Does.StartWith(beginning));
    }

    [TestCase("token", "wang-fagn", "--database", "NONE", "Did you mean 'wang-fang' (王芳)?")]
    [TestCase("token", "zzz", "--database", "NONE", "The register knows nobody called 'zzz'.")]
    [TestCase("next", "X", "a", "b", "--by", "wang-fagn", "--database", "STORY", "Did you mean 'wang-fang' (王芳)?")]
    [TestCase("migrate", "X", "--to", "x", "--by", "wang-fagn", "--dry-run", "--database", "STORY", "Did you mean 'wang-fang' (王芳)?")]
    [TestCase(
        "adopt",
        "CASES",
        "--process",
        "three-certificate",
        "--from-system",
        "x",
        "--by",
        "wang-fang",
        "--document",
        "x",
        "--reasons",
        "x",
        "--dry-run",
        "--database",
        "NONE",
        "Did you mean 'three-certificates' (Three certificates in one)?"
    )]
    [TestCase(
        "adopt",
        "CASES",
        "--process",
        "three-certificates",
        "--from-system",
        "x",
        "--by",
        "wang-fagn",
        "--document",
        "x",
        "--reasons",
        "x",
        "--dry-run",
        "--database",
        "NONE",
        "Did you mean 'wang-fang' (王芳)?"
    )]
    [TestCase("why", "XN-GS-0001-2014-000001", "handlign", "--database", "STORY", "Did you mean 'handling' (Limit for joint handling)?")]
    [TestCase("whatif", "--all", "--limit", "handlign=3日", "--database", "STORY", "Did you mean 'handling' (Limit for joint handling)?")]
    [TestCase("due", "--zone", "Asia/Shangai", "Did you mean 'Asia/Shanghai'?")]
    [TestCase("due", "--overlay", "sample-regon", "Did you mean 'sample-region'")]
    public async Task A_name_that_nobody_knows_is_answered_with_the_one_that_was_meant(params string[] line)
    {
        var folder = Directory.CreateTempSubdirectory("workflow-mistaken-").FullName;
        var story = Path.Combine(folder, "story.db");
        if (line.Contains("STORY"))
            Assert.That((await Typed.Run("run", Repository.Sample("three-certificates", "story.yaml"), "--database", story)).Exit, Is.Zero);
        var typed = line[..^1]
            .Select(word =>
                word switch
                {
                    "STORY" => story,
                    "NONE" => Path.Combine(folder, "none.db"),
                    "CASES" => Repository.Sample("adoption", "cases.csv"),
                    _ => word,
                }
            );
        var run = await Typed.Run([.. typed, "--definitions", Repository.Definitions, "--language", "en"]);
        if (line[0] is "why" or "whatif")
            run = await Typed.Run([.. typed, "--language", "en"]);
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        Assert.That((run.Exit, run.Error), Is.EqualTo((1, run.Error)));
        Assert.That(run.Error, Does.Contain(line[^1]));
    }

    [TestCase("zh-CN", "没有“lnt”这个命令或者选项。")]
    [TestCase("ZH-Hans-CN", "没有“lnt”这个命令或者选项。")]
    [TestCase("en-US", "There is no command or option 'lnt'.")]
    [TestCase("EN", "There is no command or option 'lnt'.")]
    public async Task A_language_is_taken_with_its_region(string tag, string beginning)
    {
        Assert.That((await Typed.Run("lnt", "--language", tag)).Error, Does.StartWith(beginning));
        Assert.That((await Typed.Run("lint", "--explain", "clock.never_stops", "--language", tag)).Exit, Is.Zero);
    }

    [Test]
    public async Task A_mistyped_option_is_no_name_of_a_file()
    {
        var run = await Typed.Run("lint", "--fromat", "json", "x", "--language", "en");
        Assert.That(run.Exit, Is.EqualTo(2));
        Assert.That(run.Error, Does.StartWith("There is no command or option '--fromat'. Did you mean '--format'?"));
    }

    [Test]
    public async Task A_folder_in_which_nothing_is_read_is_no_success()
    {
        var folder = Directory.CreateTempSubdirectory("nothing").FullName;
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder, "a.bpmn"), "<definitions/>");
            var run = await Typed.Run("lint", folder, "--language", "en");
            Assert.That(
                (run.Exit, run.Error.Trim()),
                Is.EqualTo((1, $"Nothing in '{folder}' can be checked: of 1 file there, 0 were read (only .yaml files are)."))
            );
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Test]
    public void A_file_that_is_to_go_into_no_folder_names_the_folder()
    {
        var nowhere = Path.Combine(Path.GetTempPath(), "no-such-folder");
        Assert.That(
            () => OutputFile.New(Path.Combine(nowhere, "x"), _ => { }),
            Throws.InstanceOf<OpeningRefusedException>().With.Property("Refusal").Property("Code").EqualTo("opening.no_folder")
        );
    }
}
