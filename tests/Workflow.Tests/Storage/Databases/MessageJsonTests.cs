using System.Text.Json;
using Workflow.Engine.Messages;
using Workflow.Engine.Periods;
using Workflow.Storage.Databases;

namespace Workflow.Tests.Storage;

/// <summary>The stored form of messages: it is never to change.</summary>
public sealed class MessageJsonTests
{
    private static readonly Message All = new(
        "a.code",
        ("text", "甲“乙”"),
        ("step", new NameValue("receive", "收件", "Receiving")),
        ("bare", new NameValue("receive", "收件")),
        ("number", 3),
        ("day", new DateOnly(2026, 3, 9)),
        ("moment", new DateTimeOffset(2026, 3, 9, 8, 30, 0, TimeSpan.FromHours(8))),
        ("length", new Period(20, PeriodUnit.WorkingDays)),
        ("list", MessageValue.List(["甲", "乙"])),
        ("phrase", new Message("a.phrase", ("n", 1)))
    );

    [Test]
    public void Every_kind_of_value_is_read_as_it_was_written() => Assert.That(MessageJson.Read(MessageJson.Write(All)), Is.EqualTo(All));

    [Test]
    public void The_stored_form_is_fixed() =>
        Assert.That(
            MessageJson.Write(
                new Message("alert.caught_up", ("clock", new NameValue("receive", "收件")), ("due", new DateOnly(2026, 3, 9)))
            ),
            Is.EqualTo(
                """{"code":"alert.caught_up","values":{"clock":{"name":"receive","zh":"收件","en":null},"due":{"day":"2026-03-09"}}}"""
            )
        );

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("{}")]
    [TestCase("{\"code\":\"a\"}")]
    [TestCase("{\"code\":\"a\",\"values\":{\"n\":{\"colour\":1}}}")]
    [TestCase("{\"code\":\"a\",\"values\":{\"n\":{}}}")]
    public void What_is_no_message_is_refused(string text) => Assert.That(() => MessageJson.Read(text), Throws.InstanceOf<JsonException>());
}
