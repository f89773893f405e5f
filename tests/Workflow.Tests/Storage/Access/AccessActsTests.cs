using Workflow.Storage.Access;

namespace Workflow.Tests.Storage.Access;

/// <summary>What the access log keeps of an act is written and read by one type.</summary>
public sealed class AccessActsTests
{
    [Test]
    public void A_publication_is_read_as_it_was_written()
    {
        var act = new PublicationAct("three-certificates", new string('a', 64));
        Assert.That($"{act}", Is.EqualTo($"publish three-certificates {new string('a', 64)}"));
        Assert.That(Administered($"{act}").Act, Is.EqualTo(act));
    }

    [TestCase("rebuild", AccessKinds.Administered)]
    [TestCase("publish p", AccessKinds.Administered)]
    [TestCase("publish p d", AccessKinds.Read)]
    public void Any_other_act_is_none(string what, string kind) =>
        Assert.That((Administered(what) with { Kind = kind }).Act, Is.EqualTo(new NamedAct(what)));

    [TestCase("GET /api/cases/{number}", "GET", "/api/cases/{number}", null)]
    [TestCase("GET /api/cases/{number}/export zip", "GET", "/api/cases/{number}/export", "zip")]
    [TestCase("POST /jobs/{*path} /jobs/a b", "POST", "/jobs/{*path}", "/jobs/a b")]
    public void A_request_is_read_as_it_was_written(string what, string method, string route, string? detail)
    {
        var request = Administered(what).Act;
        Assert.That(request, Is.EqualTo(new RequestAct(method, route) { Detail = detail }));
        Assert.That($"{request}", Is.EqualTo(what));
    }

    [TestCase("bearer token")]
    [TestCase("rebuild")]
    [TestCase("another method /api/cases")]
    public void Any_other_act_is_no_request(string what) => Assert.That(Administered(what).Act, Is.EqualTo(new NamedAct(what)));

    private static AccessRecord Administered(string what) => new(default, AccessKinds.Administered, what);
}
