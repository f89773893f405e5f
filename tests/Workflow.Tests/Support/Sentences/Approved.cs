namespace Workflow.Tests.Support.Sentences;

/// <summary>Compares text with an approved file beside the test; a difference is written beside it as received.</summary>
internal static class Approved
{
    public static void Verify(string name, string actual)
    {
        var path = Path.Combine(Repository.Tests, "Approved", name + ".approved.txt");
        var received = path.Replace(".approved.", ".received.", StringComparison.Ordinal);
        var expected = File.Exists(path) ? File.ReadAllText(path) : "";
        if (expected == actual)
            File.Delete(received);
        else
            File.WriteAllText(received, actual);
        Assert.That(
            actual,
            Is.EqualTo(expected),
            $"If the change is meant, move {Path.GetFileName(received)} over {Path.GetFileName(path)}."
        );
    }
}
