using Workflow.Definitions.Wording;
using Workflow.Engine.Messages;

namespace Workflow.Tests.Engine.Messages;

/// <summary>Whoever writes a name that nobody knows is told what to write, with the title beside it.</summary>
public sealed class NearNamesTests
{
    private static readonly NameValue[] Steps = [new("receive", "收件"), new("review", "审查", "Review"), new("archive", "archive")];

    [TestCase("recieve", "Did you mean 'receive' (收件)?", "是否想写“receive”（收件）？")]
    [TestCase("审查", "Did you mean 'review' (Review)?", "是否想写“review”（审查）？")]
    [TestCase("Review", "Did you mean 'review' (Review)?", "是否想写“review”（审查）？")]
    [TestCase("archve", "Did you mean 'archive'?", "是否想写“archive”？")]
    [TestCase("x", "It can be receive (收件), review (Review) or archive.", "可用：receive（收件）、review（审查） 或 archive。")]
    public void The_near_name_is_offered_or_the_few_that_there_are(string written, string english, string chinese)
    {
        var way = NearNames.Of(written, Steps)!;
        Assert.That((way.English.Sentence, way.Chinese.Sentence), Is.EqualTo((english, chinese)));
    }

    [Test]
    public void Of_many_names_none_is_offered_where_none_is_near() =>
        Assert.That(NearNames.Of("xyzzy", Enumerable.Range(1, 13).Select(i => new NameValue($"step-{i}", $"环节{i}"))), Is.Null);
}
