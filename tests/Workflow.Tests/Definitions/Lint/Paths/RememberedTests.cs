using Workflow.Definitions.Lint.Paths;

namespace Workflow.Tests.Definitions.Lint.Paths;

public sealed class RememberedTests
{
    private const int Seed = 20260601;
    private static readonly string[] Keys = ["审查", "decide", "Decide", "receive", "row.decide", "a", ""];
    private static readonly Remembered<string, int> None = Remembered<string, int>.None(StringComparer.Ordinal);

    [Test]
    public void It_holds_what_a_sorted_dictionary_holds_whatever_is_remembered_and_left_out()
    {
        var random = new Random(Seed);
        var expected = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var remembered = None;
        for (var turn = 0; turn < 500; turn++)
        {
            var (key, value) = (Keys[random.Next(Keys.Length)], random.Next(3));
            var isLeftOut = random.Next(4) == 0;
            remembered = isLeftOut ? remembered.Only(p => p.Key != key) : remembered.With(key, value);
            _ = isLeftOut ? expected.Remove(key) : (expected[key] = value) >= 0;
            Assert.That(remembered, Is.EqualTo(expected).AsCollection, $"seed {Seed}, turn {turn}");
            Assert.That(
                Keys.Select(k => remembered.TryGetValue(k, out var v) ? v : -1),
                Is.EqualTo(Keys.Select(k => expected.GetValueOrDefault(k, -1)))
            );
        }
    }

    [Test]
    public void Two_are_equal_in_whatever_order_they_were_remembered()
    {
        var (one, other) = (
            None.With("a", 1).With("b", 2),
            None.With("b", 3).With("c", 0).With("a", 1).With("b", 2).Only(p => p.Key != "c")
        );
        Assert.That((one.Equals(other), one.GetHashCode() == other.GetHashCode()), Is.EqualTo((true, true)));
    }

    [Test]
    public void Another_key_or_another_value_is_another()
    {
        var one = None.With("a", 1).With("b", 2);
        Assert.That(new[] { None, one.With("a", 2), one.With("c", 1), None.With("a", 2).With("b", 1) }.Any(one.Equals), Is.False);
    }

    [Test]
    public void What_stood_before_is_not_changed()
    {
        var before = None.With("a", 1);
        _ = before.With("a", 2).With("b", 3);
        Assert.That((before.Count, before["a"]), Is.EqualTo((1, 1)));
    }
}
