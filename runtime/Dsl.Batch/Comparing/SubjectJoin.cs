// Two sequences of subjects, each in the order of the same table and each with gaps of its own, side by side in one pass.
using Dsl.Values.Text;

namespace Dsl.Batch.Comparing;

/// <summary>Joins by key.</summary>
internal static class SubjectJoin
{
    /// <summary>
    /// Pairs of the same key, and what only one side has. Both sides keep the order of the table, so that what one side has not met when a
    /// later key is met on both is not there: only what lies between two meetings is held.
    /// </summary>
    public static IEnumerable<(T? Old, T? New)> ByKey<T>(IEnumerable<T> old, IEnumerable<T> @new, Func<T, string> key)
        where T : class
    {
        using var left = old.GetEnumerator();
        using var right = @new.GetEnumerator();
        var (before, after) = (new Waiting<T>(key), new Waiting<T>(key));
        for (var (hasLeft, hasRight) = (true, true); hasLeft || hasRight;)
        {
            if (hasLeft &= left.MoveNext())
            {
                before.Add(left.Current);
                foreach (var pair in Meet(left.Current, before, after))
                    yield return pair;
            }
            if (hasRight &= right.MoveNext())
            {
                after.Add(right.Current);
                foreach (var pair in Meet(right.Current, before, after))
                    yield return pair;
            }
        }
        foreach (var alone in before.TakeAll())
            yield return (alone, null);
        foreach (var alone in after.TakeAll())
            yield return (null, alone);
    }

    private static IEnumerable<(T? Old, T? New)> Meet<T>(T item, Waiting<T> before, Waiting<T> after)
        where T : class
    {
        if (!before.Has(item) || !after.Has(item))
            yield break;
        foreach (var alone in before.TakeBefore(item))
            yield return (alone, null);
        foreach (var alone in after.TakeBefore(item))
            yield return (null, alone);
        yield return (before.Take(), after.Take());
    }

    private sealed class Waiting<T>(Func<T, string> key)
    {
        private readonly Queue<T> _items = new();
        private readonly HashSet<string> _keys = new(Identity.Comparer);

        public void Add(T item)
        {
            _items.Enqueue(item);
            _keys.Add(key(item));
        }

        public bool Has(T item) => _keys.Contains(key(item));

        public IEnumerable<T> TakeBefore(T item)
        {
            while (!Identity.Same(key(_items.Peek()), key(item)))
                yield return Take();
        }

        public T Take()
        {
            var item = _items.Dequeue();
            _keys.Remove(key(item));
            return item;
        }

        public IEnumerable<T> TakeAll()
        {
            while (_items.Count > 0)
                yield return Take();
        }
    }
}
