using Workflow.Definitions.Stories.Timelines;
using Workflow.Definitions.Wording;
using Workflow.Host.CommandLine;
using Workflow.Host.Wording;

namespace Workflow.Tests.Host.CommandLine;

/// <summary>What people wrote never passes for a line of ours, and reaches no terminal raw, whatever ledger it comes from.</summary>
public sealed class VisibleTests
{
    private const string Forged = "谢谢\n\n2014-05-27 星期二\n  10:00 李明 办理〔核发营业执照〕\r\n        办结：准予登记";

    [Test]
    public void Words_that_run_on_stand_under_their_line_with_a_mark()
    {
        var entry = new TimelineEntry("1", 1, new TimeOnly(9, 0), "chen-jie", $"陈杰 备注，“{Forged}”", null, [$"情况：“{Forged}”"]);
        var told = TimelineText.Write(new Timeline("样例", [], [new TimelineDay(new DateOnly(2014, 5, 26), [entry], [], [])]));
        var lines = told.Split('\n').SkipWhile(l => !l.Contains("陈杰")).ToList();
        Assert.That(lines.Where(l => l.Contains("2014-05-27")), Is.All.Matches(@"^ +┊ 2014"));
        Assert.That(lines.Where(l => l.Contains("10:00 李明")), Is.All.Matches(@"^ +┊   10:00"));
        Assert.That(lines.Count(l => !l.Contains('┊') && l.Length > 0), Is.EqualTo(2));
    }

    [Test]
    public void So_they_do_below_a_replay_and_in_why() =>
        Assert.That(
            new Lines(Words.In(Language.Zh)).Add(1, $"情况 “{Forged}”").ToString(),
            Is.EqualTo(
                "  情况 “谢谢\n    ┊ \n    ┊ 2014-05-27 星期二\n    ┊   10:00 李明 办理〔核发营业执照〕\n    ┊         办结：准予登记”\n"
            )
        );

    [Test]
    public void A_terminal_shows_signs_that_would_act_by_their_names()
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var terminal = new Terminal(TextReader.Null, output, error, Colours: false).Visible();
        terminal.Out.Write("红\u001b[31m标\u001b]0;题\a空\0转\u202e行\r盖");
        terminal.Out.Write("一\r");
        terminal.Out.Write("\n二\u2028三😀\t四\n");
        terminal.Error.WriteLine("错\u001b");
        terminal.Show(
            ["列"],
            [
                ["格\u001b\n格"],
            ]
        );
        Assert.That(
            output.ToString(),
            Does.StartWith("红<U+001B>[31m标<U+001B>]0;题<U+0007>空<U+0000>转<U+202E>行<U+000D>盖一\r\n二<U+2028>三😀\t四\n")
                .And.Contains("格<U+001B><U+000A>格")
        );
        Assert.That(error.ToString(), Is.EqualTo($"错<U+001B>{Environment.NewLine}"));
    }
}
