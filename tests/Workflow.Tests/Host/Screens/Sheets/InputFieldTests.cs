namespace Workflow.Tests.Host.Screens.Sheets;

/// <summary>A thing to fill in, as a page draws it.</summary>
public sealed class InputFieldTests
{
    [TestCase(
        "kinds: [pdf, ofd], largest: 5, many: true",
        "先将文件附于案件，再填写文件名；多个文件名之间以“/”分隔；格式限 pdf、ofd；每个文件最大 5 MB",
        "Attach the file to the case first, and write its name here; a slash stands between several; only pdf, ofd; at most 5 MB each"
    )]
    [TestCase(
        "many: false",
        "先将文件附于案件，再填写文件名；每个文件最大 100 MB",
        "Attach the file to the case first, and write its name here; at most 100 MB each"
    )]
    public async Task A_field_for_files_says_which_it_takes(string terms, string zh, string en)
    {
        using var changed = new ChangedDefinitions(
            "fragments/window-acceptance-2003.yaml",
            "    title: {zh: 收件, en: Receiving}\n",
            "    title: {zh: 收件, en: Receiving}\n" + $"    asks: {{plan: {{title: {{zh: 平面图, en: Plan}}, type: file, {terms}}}}}\n"
        );
        await using var host = await RunningHost.Start("2014-05-26T09:00:00+08:00", definitions: changed.Path);
        var number = await host.Lodge();
        foreach (var (language, words) in new[] { ("zh", zh), ("en", en) })
        {
            using var clerk = await Visitor.SignedIn(host, "wang-fang", language);
            var page = await clerk.Open($"/cases/{number}/act?action=complete&target=receive&choice=done");
            Assert.That(page.Text, Does.Contain($"<small>{words}</small>"));
        }
    }
}
